@description('Name of the data collection rule.')
param name string

@description('Azure region.')
param location string

@description('Tags of the environment.')
param tags object

@description('Name of the workspace whose telemetry passes through the rule.')
param workspaceName string

// Links in mails hold a token in their path, and the Functions host tells of every request by itself. Of a path its first part is kept,
// which says what was asked for; what else holds paths is left out before anything is stored.
var firstPartOfName = 'extend Name = iif(indexof(Name, "/") < 0, Name, strcat(tostring(split(Name, "/")[0]), "/", tostring(split(Name, "/")[1])))'
var firstPartOfOperation = 'extend OperationName = iif(indexof(OperationName, "/") < 0, OperationName, strcat(tostring(split(OperationName, "/")[0]), "/", tostring(split(OperationName, "/")[1])))'

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: workspaceName
}

resource rule 'Microsoft.Insights/dataCollectionRules@2023-03-11' = {
  name: name
  location: location
  tags: tags
  kind: 'WorkspaceTransforms'
  properties: {
    destinations: {
      logAnalytics: [
        {
          name: 'workspace'
          workspaceResourceId: workspace.id
        }
      ]
    }
    dataFlows: [
      {
        streams: [
          'Microsoft-Table-AppRequests'
        ]
        destinations: [
          'workspace'
        ]
        transformKql: 'source | ${firstPartOfName} | ${firstPartOfOperation} | project-away Url, Properties'
      }
      // The host passes requests on to the worker on its own machine.
      {
        streams: [
          'Microsoft-Table-AppDependencies'
        ]
        destinations: [
          'workspace'
        ]
        transformKql: 'source | ${firstPartOfOperation} | where not(Target startswith "localhost" or Target startswith "127.0.0.1")'
      }
    ]
  }
}

@description('Resource id of the rule.')
output id string = rule.id
