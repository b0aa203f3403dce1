@description('Name of the Communication Services resource.')
param name string

@description('Tags of the environment.')
param tags object

@description('Geography where mails are kept at rest.')
param dataLocation string

@description('The association\'s domain for mails. Empty: none.')
param mailDomain string

@description('Whether mails come from the association\'s domain; it must be verified by then.')
param useMailDomain bool

@description('What stands before the @ of the sender\'s address.')
param senderName string

@description('What people see as the sender.')
param senderDisplayName string

@description('Workspace that keeps the logs.')
param workspaceId string

@description('Identity that sends mails.')
param principalId string

@description('Role id: Communication and Email Service Owner. There is none that may only send.')
param ownerRole string

resource mail 'Microsoft.Communication/emailServices@2023-04-01' = {
  name: '${name}-mail'
  location: 'global'
  tags: tags
  properties: {
    dataLocation: dataLocation
  }
}

// Engagement tracking rewrites links and counts who opened what: off on both domains.
resource azureDomain 'Microsoft.Communication/emailServices/domains@2023-04-01' = {
  parent: mail
  name: 'AzureManagedDomain'
  location: 'global'
  tags: tags
  properties: {
    domainManagement: 'AzureManaged'
    userEngagementTracking: 'Disabled'
  }
}

resource ownDomain 'Microsoft.Communication/emailServices/domains@2023-04-01' = if (!empty(mailDomain)) {
  parent: mail
  name: empty(mailDomain) ? 'none.example' : mailDomain
  location: 'global'
  tags: tags
  properties: {
    domainManagement: 'CustomerManaged'
    userEngagementTracking: 'Disabled'
  }
}

resource sender 'Microsoft.Communication/emailServices/domains/senderUsernames@2023-04-01' = if (useMailDomain) {
  parent: ownDomain
  name: senderName
  properties: {
    username: senderName
    displayName: senderDisplayName
  }
}

resource communication 'Microsoft.Communication/communicationServices@2023-04-01' = {
  name: name
  location: 'global'
  tags: tags
  properties: {
    dataLocation: dataLocation
    linkedDomains: [
      useMailDomain ? ownDomain.id : azureDomain.id
    ]
  }
}

resource sends 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(communication.id, principalId, ownerRole)
  scope: communication
  properties: {
    principalId: principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', ownerRole)
  }
}

// Sizes and counts only. The log of deliveries names recipients, so it stays off: bounces come through Event Grid.
resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'what-was-sent'
  scope: communication
  properties: {
    workspaceId: workspaceId
    logs: [
      {
        category: 'EmailSendMailOperational'
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

@description('Resource id of the Communication Services resource.')
output id string = communication.id

@description('Address that mails are sent through.')
output endpoint string = 'https://${communication.properties.hostName}/'

@description('Name of the resource whose domain is verified in the DNS.')
output emailServiceName string = mail.name

@description('The address that mails come from.')
output sender string = useMailDomain ? '${senderName}@${mailDomain}' : 'DoNotReply@${azureDomain.properties.fromSenderDomain}'
