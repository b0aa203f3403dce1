@description('Name of the function app.')
param name string

@description('Azure region.')
param location string

@description('Tags of the environment.')
param tags object

@description('Resource id of the identity as which the app signs in.')
param identityId string

@description('Client id of the same identity.')
param identityClientId string

@description('Where telemetry is sent to.')
param insightsConnectionString string

@description('Blob service of the host\'s storage account.')
param hostBlobEndpoint string

@description('Queue service of the host\'s storage account.')
param hostQueueEndpoint string

@description('Table service of the host\'s storage account.')
param hostTableEndpoint string

@description('Container that the app is deployed to.')
param deploymentContainer string

@description('Table service of the ledger\'s storage account.')
param ledgerTableEndpoint string

@description('Host name of the Service Bus namespace.')
param serviceBusHost string

@description('Address that mails are sent through.')
param mailEndpoint string

@description('The address that mails come from.')
param mailSender string

@description('Mails a minute that the subscription is allowed.')
param mailPerMinute int

@description('Mails an hour that the subscription is allowed.')
param mailPerHour int

@description('Where memberships are looked up: form, file or directory.')
param memberships string

@description('The address of the association\'s directory. Empty where it is not used.')
param membershipDirectory string

@description('The application id URI for which the app signs in to the directory. Empty where it asks for none.')
param membershipAudience string

@description('Where people reach the pages, with a slash at the end.')
param publicAddress string

@description('Who may sign in at the desk for coordinators beside the contact of the scheme: email addresses with semicolons between them.')
param coordinators string

@description('Address of the Durable Task Scheduler. Empty: orchestrations are kept in the host\'s storage account.')
param schedulerEndpoint string

@description('Most instances at a time.')
param maximumInstances int

@description('Instances that wait for orchestrations at all times.')
param alwaysReadyInstances int

@description('Memory of an instance in MB.')
param instanceMemory int

@description('Workspace that keeps the logs.')
param workspaceId string

resource plan 'Microsoft.Web/serverfarms@2024-04-01' = {
  name: '${name}-plan'
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    name: 'FC1'
    tier: 'FlexConsumption'
  }
  properties: {
    reserved: true
  }
}

// The plan sets the worker's runtime, the host's version and where the package is: those settings must not stand below.
resource app 'Microsoft.Web/sites@2024-04-01' = {
  name: name
  location: location
  tags: union(tags, {
    'azd-service-name': 'functions'
  })
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    siteConfig: {
      minTlsVersion: '1.2'
      ftpsState: 'Disabled'
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: '${hostBlobEndpoint}${deploymentContainer}'
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: {
        name: 'dotnet-isolated'
        version: '10.0'
      }
      scaleAndConcurrency: {
        maximumInstanceCount: maximumInstances
        instanceMemoryMB: instanceMemory
        alwaysReady: alwaysReadyInstances > 0 ? [
          {
            name: 'durable'
            instanceCount: alwaysReadyInstances
          }
        ] : []
      }
    }
  }
}

var schedulerSettings = {
  DURABLE_TASK_SCHEDULER_CONNECTION_STRING: 'Endpoint=${schedulerEndpoint};Authentication=ManagedIdentity;ClientID=${identityClientId}'
  AzureFunctionsJobHost__extensions__durableTask__storageProvider__type: 'azureManaged'
  AzureFunctionsJobHost__extensions__durableTask__storageProvider__connectionStringName: 'DURABLE_TASK_SCHEDULER_CONNECTION_STRING'
}

resource settings 'Microsoft.Web/sites/config@2024-04-01' = {
  parent: app
  name: 'appsettings'
  properties: union({
    AzureWebJobsStorage__blobServiceUri: hostBlobEndpoint
    AzureWebJobsStorage__queueServiceUri: hostQueueEndpoint
    AzureWebJobsStorage__tableServiceUri: hostTableEndpoint
    AzureWebJobsStorage__credential: 'managedidentity'
    AzureWebJobsStorage__clientId: identityClientId
    ServiceBusConnection__fullyQualifiedNamespace: serviceBusHost
    ServiceBusConnection__credential: 'managedidentity'
    ServiceBusConnection__clientId: identityClientId
    APPLICATIONINSIGHTS_CONNECTION_STRING: insightsConnectionString
    APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
    AZURE_CLIENT_ID: identityClientId
    TASKHUB_NAME: 'mentoring'
    SCHEME_FILE: '/home/site/wwwroot/scheme/scheme.json'
    PUBLIC_ADDRESS: publicAddress
    COORDINATORS: coordinators
    LEDGER: 'tables'
    TABLES_ENDPOINT: ledgerTableEndpoint
    QUEUE: 'servicebus'
    EVENTS: 'servicebus'
    MAILER: 'communication'
    MAIL_ENDPOINT: mailEndpoint
    MAIL_SENDER: mailSender
    MAIL_PER_MINUTE: string(mailPerMinute)
    MAIL_PER_HOUR: string(mailPerHour)
    MEMBERSHIPS: memberships
    MEMBERSHIP_FILE: '/home/site/wwwroot/scheme/members.csv'
    MEMBERSHIP_DIRECTORY: membershipDirectory
    MEMBERSHIP_AUDIENCE: membershipAudience
  }, empty(schedulerEndpoint) ? {} : schedulerSettings)
}

// Deployments sign in; there is no publishing password.
resource publishing 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-04-01' = [for way in [
  'ftp'
  'scm'
]: {
  parent: app
  name: way
  properties: {
    allow: false
  }
}]

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'how-much'
  scope: app
  properties: {
    workspaceId: workspaceId
    // Its logs reach the workspace through Application Insights; here they would be there twice.
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
  }
}

@description('Name of the function app.')
output name string = app.name
