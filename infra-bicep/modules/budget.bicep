@description('Name of the budget.')
param name string

@description('What a month may cost, in the subscription\'s currency.')
param amount int

@description('First day of its first month.')
param start string

@description('Who is told. Empty: the subscription\'s owners alone.')
param alertAddress string

var people = empty(alertAddress) ? [] : [
  alertAddress
]

resource budget 'Microsoft.Consumption/budgets@2023-11-01' = {
  name: name
  properties: {
    category: 'Cost'
    amount: amount
    timeGrain: 'Monthly'
    timePeriod: {
      startDate: start
    }
    notifications: {
      mostIsSpent: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 80
        thresholdType: 'Actual'
        contactEmails: people
        contactRoles: [
          'Owner'
        ]
      }
      willBeExceeded: {
        enabled: true
        operator: 'GreaterThan'
        threshold: 100
        thresholdType: 'Forecasted'
        contactEmails: people
        contactRoles: [
          'Owner'
        ]
      }
    }
  }
}
