@description('Name of the Application Insights component.')
param name string

@description('Azure region.')
param location string

@description('Tags of the environment.')
param tags object

@description('Workspace that keeps the telemetry.')
param workspaceId string

@description('Identity that sends the telemetry.')
param principalId string

@description('Role id: Monitoring Metrics Publisher.')
param publisherRole string

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: name
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspaceId
    DisableLocalAuth: true
  }
}

resource publishes 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, principalId, publisherRole)
  scope: insights
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', publisherRole)
  }
}

@description('Where telemetry is sent to. It opens nothing: without the identity no telemetry is taken.')
output connectionString string = insights.properties.ConnectionString
