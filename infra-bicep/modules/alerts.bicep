@description('What makes names here unique.')
param token string

@description('Azure region.')
param location string

@description('Tags of the environment.')
param tags object

@description('Where alerts are mailed to. Empty: to the subscription\'s owners alone.')
param alertAddress string

@description('Role id: Owner. Its holders are told in any case.')
param ownerRole string

@description('Workspace whose logs are watched.')
param workspaceId string

@description('Service Bus namespace whose dead letters are watched.')
param serviceBusId string

@description('Communication Services resource whose mails are watched.')
param communicationId string

@description('Event Grid topic whose reports are watched.')
param deliveryReportsTopicId string

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'ag-mentoring-${token}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'mentoring'
    enabled: true
    armRoleReceivers: [
      {
        name: 'owners'
        roleId: ownerRole
        useCommonAlertSchema: true
      }
    ]
    emailReceivers: empty(alertAddress) ? [] : [
      {
        name: 'coordinator'
        emailAddress: alertAddress
        useCommonAlertSchema: true
      }
    ]
  }
}

var metrics = [
  {
    name: 'dead-letters'
    description: 'Messages were given up. See the coordinator\'s page of dead letters; there they can be sent again.'
    scope: serviceBusId
    namespace: 'Microsoft.ServiceBus/namespaces'
    metric: 'DeadletteredMessages'
    aggregation: 'Maximum'
    threshold: 0
    dimensions: [
      {
        name: 'EntityName'
        operator: 'Include'
        values: [
          'emails'
          'delivery-reports'
        ]
      }
    ]
  }
  {
    name: 'bounces'
    description: 'A mail did not arrive. Its offer waits; see what needs a person on the coordinator\'s page.'
    scope: communicationId
    namespace: 'Microsoft.Communication/CommunicationServices'
    metric: 'DeliveryStatusUpdate'
    aggregation: 'Count'
    threshold: 0
    dimensions: [
      {
        name: 'MessageStatus'
        operator: 'Exclude'
        values: [
          'Delivered'
          'Expanded'
          'OutForDelivery'
        ]
      }
    ]
  }
  {
    name: 'delivery-reports-lost'
    description: 'Reports about mails could not be put on their queue for a day, and were dropped.'
    scope: deliveryReportsTopicId
    namespace: 'Microsoft.EventGrid/systemTopics'
    metric: 'DroppedEventCount'
    aggregation: 'Total'
    threshold: 0
    dimensions: []
  }
]

resource metricAlerts 'Microsoft.Insights/metricAlerts@2018-03-01' = [for alert in metrics: {
  name: 'mentoring-${alert.name}'
  location: 'global'
  tags: tags
  properties: {
    description: alert.description
    severity: 2
    enabled: true
    scopes: [
      alert.scope
    ]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT30M'
    criteria: {
      'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
      allOf: [
        {
          criterionType: 'StaticThresholdCriterion'
          name: alert.name
          metricNamespace: alert.namespace
          metricName: alert.metric
          timeAggregation: alert.aggregation
          operator: 'GreaterThan'
          threshold: alert.threshold
          dimensions: alert.dimensions
          // Metrics are declared to Azure Monitor when they are first written: an alert may be earlier.
          skipMetricValidation: true
        }
      ]
    }
    actions: [
      {
        actionGroupId: people.id
      }
    ]
  }
}]

var queries = [
  {
    name: 'no-heartbeat'
    description: 'The sweeper has not run for an hour: the app is down, or its timers are. Restart the app; nothing is lost.'
    query: 'union isfuzzy=true (AppRequests | where Success and (Name has "Sweep" or OperationName has "Sweep")), (AppTraces | where Message has "Functions.Sweep" and Message has "Succeeded")'
    operator: 'LessThan'
    threshold: 1
  }
  {
    name: 'orchestrations-failed'
    description: 'An orchestration failed. The sweeper starts it again; where it fails again, its error is in the traces.'
    query: 'AppTraces | where Message has "(Orchestrator)" and Message has "failed with an error"'
    operator: 'GreaterThan'
    threshold: 0
  }
  {
    name: 'outbox-old'
    description: 'A mail has been due for more than four hours. See the age of the outbox, and the mail service\'s limits.'
    query: 'AppMetrics | where Name == "mentoring.outbox.age" and Max > 14400'
    operator: 'GreaterThan'
    threshold: 0
  }
]

resource queryAlerts 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [for alert in queries: {
  name: 'mentoring-${alert.name}'
  location: location
  tags: tags
  properties: {
    displayName: 'mentoring-${alert.name}'
    description: alert.description
    severity: 1
    enabled: true
    scopes: [
      workspaceId
    ]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT1H'
    autoMitigate: true
    skipQueryValidation: true
    criteria: {
      allOf: [
        {
          query: alert.query
          timeAggregation: 'Count'
          operator: alert.operator
          threshold: alert.threshold
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: [
        people.id
      ]
    }
  }
}]
