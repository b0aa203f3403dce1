@description('Name of the Service Bus namespace.')
param name string

@description('Azure region.')
param location string

@description('Tags of the environment.')
param tags object

@description('Names of the topic\'s subscriptions: one for each other system that listens.')
param eventSubscribers array

@description('Workspace that keeps the logs.')
param workspaceId string

@description('Identity that sends and receives.')
param principalId string

@description('Role id: Azure Service Bus Data Sender.')
param senderRole string

@description('Role id: Azure Service Bus Data Receiver.')
param receiverRole string

// Not Basic: that has neither topics nor duplicate detection.
resource bus 'Microsoft.ServiceBus/namespaces@2024-01-01' = {
  name: name
  location: location
  tags: tags
  sku: {
    name: 'Standard'
    tier: 'Standard'
  }
  properties: {
    disableLocalAuth: true
    minimumTlsVersion: '1.2'
  }
}

// Duplicate detection can be set only when a queue is made. Its window is what the code counts on.
resource emails 'Microsoft.ServiceBus/namespaces/queues@2024-01-01' = {
  parent: bus
  name: 'emails'
  properties: {
    requiresDuplicateDetection: true
    duplicateDetectionHistoryTimeWindow: 'PT10M'
    lockDuration: 'PT5M'
    maxDeliveryCount: 10
    deadLetteringOnMessageExpiration: true
    defaultMessageTimeToLive: 'P14D'
    maxSizeInMegabytes: 1024
  }
}

resource deliveryReports 'Microsoft.ServiceBus/namespaces/queues@2024-01-01' = {
  parent: bus
  name: 'delivery-reports'
  properties: {
    requiresDuplicateDetection: true
    duplicateDetectionHistoryTimeWindow: 'PT10M'
    lockDuration: 'PT5M'
    maxDeliveryCount: 10
    deadLetteringOnMessageExpiration: true
    defaultMessageTimeToLive: 'P14D'
    maxSizeInMegabytes: 1024
  }
}

resource events 'Microsoft.ServiceBus/namespaces/topics@2024-01-01' = {
  parent: bus
  name: 'events'
  properties: {
    requiresDuplicateDetection: true
    duplicateDetectionHistoryTimeWindow: 'PT10M'
    defaultMessageTimeToLive: 'P14D'
    maxSizeInMegabytes: 1024
  }
}

// Events that nobody fetched in 14 days are dropped, not dead: a system that is yet to be connected finds the last two weeks.
resource subscribers 'Microsoft.ServiceBus/namespaces/topics/subscriptions@2024-01-01' = [for subscriber in eventSubscribers: {
  parent: events
  name: subscriber
  properties: {
    lockDuration: 'PT1M'
    maxDeliveryCount: 10
    deadLetteringOnMessageExpiration: false
    deadLetteringOnFilterEvaluationExceptions: true
    defaultMessageTimeToLive: 'P14D'
  }
}]

resource uses 'Microsoft.Authorization/roleAssignments@2022-04-01' = [for role in [
  senderRole
  receiverRole
]: {
  name: guid(bus.id, principalId, role)
  scope: bus
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
  }
}]

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'everything'
  scope: bus
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        categoryGroup: 'allLogs'
        enabled: true
      }
    ]
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
  }
}

@description('Resource id of the namespace.')
output id string = bus.id

@description('Name of the namespace.')
output name string = bus.name

@description('Host name of the namespace.')
output host string = '${bus.name}.servicebus.windows.net'
