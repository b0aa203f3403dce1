@description('Name of the Durable Task Scheduler.')
param name string

@description('Azure region.')
param location string

@description('Tags of the environment.')
param tags object

@description('Identity that runs orchestrations.')
param principalId string

@description('Role id: Durable Task Data Contributor.')
param contributorRole string

resource scheduler 'Microsoft.DurableTask/schedulers@2025-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'Consumption'
    }
    // Instances of a Flex Consumption app have no fixed addresses; whoever calls must still have the role.
    ipAllowlist: [
      '0.0.0.0/0'
    ]
  }
}

// The same name as in TASKHUB_NAME.
resource hub 'Microsoft.DurableTask/schedulers/taskHubs@2025-11-01' = {
  parent: scheduler
  name: 'mentoring'
}

resource runs 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(scheduler.id, principalId, contributorRole)
  scope: scheduler
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', contributorRole)
  }
}

@description('Address of the scheduler.')
output endpoint string = scheduler.properties.endpoint
