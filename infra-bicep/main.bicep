// Everything the scheme needs in Azure, from nothing but a subscription.
targetScope = 'subscription'

@description('Name of the environment, such as "live" or "trial". It names the resource group and, hashed, everything in it.')
@minLength(1)
@maxLength(40)
param environmentName string

@description('Azure region of everything that has one. It must offer the Flex Consumption plan.')
param location string

@description('Where Communication Services keeps mails at rest: the name of a geography, such as "UK" or "Europe". It cannot be changed later.')
param dataLocation string = 'UK'

@description('Where people reach the pages, with a slash at the end. Empty: the address that Azure gives the app.')
param publicAddress string = ''

@description('Who may sign in at the desk for coordinators beside the contact of the scheme: email addresses with semicolons between them.')
param coordinators string = ''

@description('Domain that mails come from, such as "mail.example.org". Empty: a domain of Azure, which takes 10 mails an hour and is for trying out.')
param mailDomain string = ''

@description('Whether the records of mailDomain are in the DNS and verified. Until then mails come from the domain of Azure.')
param mailDomainVerified bool = false

@description('What stands before the @ of the address that mails come from.')
param mailSenderName string = 'mentoring'

@description('What people see as the sender of a mail.')
param mailSenderDisplayName string = 'Mentoring'

@description('Mails a minute that the subscription is allowed. 0: what Azure grants at first.')
@minValue(0)
param mailPerMinute int = 0

@description('Mails an hour that the subscription is allowed. 0: what Azure grants at first.')
@minValue(0)
param mailPerHour int = 0

@description('Where memberships are looked up: form trusts what people write, file is members.csv beside scheme.json, directory asks the association over https.')
@allowed([
  'form'
  'file'
  'directory'
])
param memberships string = 'form'

@description('The address of the association\'s directory. Empty where it is not used.')
param membershipDirectory string = ''

@description('The application id URI for which the app signs in to the directory. Empty where it asks for none.')
param membershipAudience string = ''

@description('Where alerts and the budget are mailed to. Empty: to the subscription\'s owners alone.')
param alertAddress string = ''

@description('What a month may cost before its owners are told, in the subscription\'s currency.')
@minValue(1)
param monthlyBudget int = 50

@description('First day of the budget\'s first month. Left alone, the month of the deployment.')
param budgetStart string = utcNow('yyyy-MM-01')

@description('Days that logs are kept.')
@minValue(30)
@maxValue(730)
param logRetentionDays int = 30

@description('How the ledger is stored in copies: within a zone, across zones, or in a second region too.')
@allowed([
  'Standard_LRS'
  'Standard_ZRS'
  'Standard_GRS'
  'Standard_GZRS'
])
param ledgerRedundancy string = 'Standard_ZRS'

@description('Whether the ledger\'s account is locked against deletion. "azd down" then fails until the lock is taken off.')
param ledgerLocked bool = true

@description('Other systems that listen to the topic of events. Each gets a subscription of that name.')
param eventSubscribers array = [
  'association'
]

@description('Whether orchestrations are kept by a Durable Task Scheduler instead of the host\'s storage account.')
param useDurableTaskScheduler bool = false

@description('Most instances of the app at a time.')
@minValue(1)
@maxValue(1000)
param maximumInstances int = 40

@description('Instances that wait for orchestrations at all times, and are paid for. 0: none.')
@minValue(0)
param alwaysReadyInstances int = 0

@description('Memory of an instance in MB.')
@allowed([
  512
  2048
  4096
])
param instanceMemory int = 2048

var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = {
  'azd-env-name': environmentName
}
var appName = 'func-mentoring-${token}'
var address = empty(publicAddress) ? 'https://${appName}.azurewebsites.net/' : publicAddress
var ownMailDomain = mailDomainVerified && length(mailDomain) > 0
var perMinute = mailPerMinute > 0 ? mailPerMinute : (ownMailDomain ? 30 : 5)
var perHour = mailPerHour > 0 ? mailPerHour : (ownMailDomain ? 100 : 10)

// Azure's own ids of its built-in roles; the same in every subscription.
var roles = {
  storageBlobDataOwner: 'b7e6dc6d-f1e8-4753-8033-0f276bb0955b'
  storageQueueDataContributor: '974c5e8b-45b9-4653-ba55-5f855dd0fb88'
  storageTableDataContributor: '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'
  serviceBusDataSender: '69a216fc-b8fb-44d8-bc22-1f3c2cd27a39'
  serviceBusDataReceiver: '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0'
  communicationAndEmailServiceOwner: '09976791-48a7-449e-bb21-39d1a415f350'
  monitoringMetricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
  durableTaskDataContributor: '0ad04412-c4d5-4796-b79c-f76d14c8d402'
  owner: '8e3af657-a8ff-443c-a75c-2fe8c4bcb635'
}

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-mentoring-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: group
  params: {
    name: 'id-mentoring-${token}'
    location: location
    tags: tags
  }
}

module workspace 'modules/workspace.bicep' = {
  name: 'workspace'
  scope: group
  params: {
    name: 'log-mentoring-${token}'
    location: location
    tags: tags
    retentionDays: logRetentionDays
    dataCollectionRuleId: ''
  }
}

module pathsWithoutTokens 'modules/paths-without-tokens.bicep' = {
  name: 'paths-without-tokens'
  scope: group
  params: {
    name: 'dcr-mentoring-${token}'
    location: location
    tags: tags
    workspaceName: workspace.outputs.name
  }
}

// The workspace again, now with its rule.
module ruledWorkspace 'modules/workspace.bicep' = {
  name: 'ruled-workspace'
  scope: group
  params: {
    name: 'log-mentoring-${token}'
    location: location
    tags: tags
    retentionDays: logRetentionDays
    dataCollectionRuleId: pathsWithoutTokens.outputs.id
  }
}

module insights 'modules/application-insights.bicep' = {
  name: 'application-insights'
  scope: group
  params: {
    name: 'appi-mentoring-${token}'
    location: location
    tags: tags
    workspaceId: ruledWorkspace.outputs.id
    principalId: identity.outputs.principalId
    publisherRole: roles.monitoringMetricsPublisher
  }
}

module hostStorage 'modules/host-storage.bicep' = {
  name: 'host-storage'
  scope: group
  params: {
    name: 'sthost${token}'
    location: location
    tags: tags
    workspaceId: workspace.outputs.id
    principalId: identity.outputs.principalId
    blobRole: roles.storageBlobDataOwner
    queueRole: roles.storageQueueDataContributor
    tableRole: roles.storageTableDataContributor
  }
}

module ledgerStorage 'modules/ledger-storage.bicep' = {
  name: 'ledger-storage'
  scope: group
  params: {
    name: 'stledger${token}'
    location: location
    tags: tags
    redundancy: ledgerRedundancy
    locked: ledgerLocked
    workspaceId: workspace.outputs.id
    principalId: identity.outputs.principalId
    tableRole: roles.storageTableDataContributor
  }
}

module serviceBus 'modules/service-bus.bicep' = {
  name: 'service-bus'
  scope: group
  params: {
    name: 'sb-mentoring-${token}'
    location: location
    tags: tags
    eventSubscribers: eventSubscribers
    workspaceId: workspace.outputs.id
    principalId: identity.outputs.principalId
    senderRole: roles.serviceBusDataSender
    receiverRole: roles.serviceBusDataReceiver
  }
}

module communication 'modules/communication.bicep' = {
  name: 'communication'
  scope: group
  params: {
    name: 'acs-mentoring-${token}'
    tags: tags
    dataLocation: dataLocation
    mailDomain: mailDomain
    useMailDomain: ownMailDomain
    senderName: mailSenderName
    senderDisplayName: mailSenderDisplayName
    workspaceId: workspace.outputs.id
    principalId: identity.outputs.principalId
    ownerRole: roles.communicationAndEmailServiceOwner
  }
}

module deliveryReports 'modules/delivery-reports.bicep' = {
  name: 'delivery-reports'
  scope: group
  params: {
    name: 'evgt-mentoring-${token}'
    tags: tags
    communicationId: communication.outputs.id
    serviceBusName: serviceBus.outputs.name
    workspaceId: workspace.outputs.id
    senderRole: roles.serviceBusDataSender
  }
}

module scheduler 'modules/durable-task-scheduler.bicep' = if (useDurableTaskScheduler) {
  name: 'durable-task-scheduler'
  scope: group
  params: {
    name: 'dts-mentoring-${token}'
    location: location
    tags: tags
    principalId: identity.outputs.principalId
    contributorRole: roles.durableTaskDataContributor
  }
}

module app 'modules/function-app.bicep' = {
  name: 'function-app'
  scope: group
  params: {
    name: appName
    location: location
    tags: tags
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    insightsConnectionString: insights.outputs.connectionString
    hostBlobEndpoint: hostStorage.outputs.blobEndpoint
    hostQueueEndpoint: hostStorage.outputs.queueEndpoint
    hostTableEndpoint: hostStorage.outputs.tableEndpoint
    deploymentContainer: hostStorage.outputs.deploymentContainer
    ledgerTableEndpoint: ledgerStorage.outputs.tableEndpoint
    serviceBusHost: serviceBus.outputs.host
    mailEndpoint: communication.outputs.endpoint
    mailSender: communication.outputs.sender
    mailPerMinute: perMinute
    mailPerHour: perHour
    memberships: memberships
    membershipDirectory: membershipDirectory
    membershipAudience: membershipAudience
    publicAddress: address
    coordinators: coordinators
    schedulerEndpoint: useDurableTaskScheduler ? scheduler.outputs.endpoint : ''
    maximumInstances: maximumInstances
    alwaysReadyInstances: alwaysReadyInstances
    instanceMemory: instanceMemory
    workspaceId: workspace.outputs.id
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  scope: group
  params: {
    token: token
    location: location
    tags: tags
    alertAddress: alertAddress
    ownerRole: roles.owner
    workspaceId: workspace.outputs.id
    serviceBusId: serviceBus.outputs.id
    communicationId: communication.outputs.id
    deliveryReportsTopicId: deliveryReports.outputs.id
  }
}

module budget 'modules/budget.bicep' = {
  name: 'budget'
  scope: group
  params: {
    name: 'budget-mentoring-${token}'
    amount: monthlyBudget
    start: budgetStart
    alertAddress: alertAddress
  }
}

@description('The resource group that holds everything.')
output AZURE_RESOURCE_GROUP string = group.name

@description('Where people reach the pages.')
output PUBLIC_ADDRESS string = address

@description('Name of the function app.')
output FUNCTION_APP string = app.outputs.name

@description('Name of the Email Communication Service, whose domain is verified in the DNS.')
output EMAIL_SERVICE string = communication.outputs.emailServiceName

@description('The address that mails come from.')
output MAIL_SENDER string = communication.outputs.sender

@description('Name of the storage account that holds the ledger.')
output LEDGER_ACCOUNT string = ledgerStorage.outputs.name
