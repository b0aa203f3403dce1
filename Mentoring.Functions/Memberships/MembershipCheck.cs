using Mentoring.Functions.Shell;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Mentoring.Functions.Memberships;

/// <summary>Looks every hour whose membership is to be asked for: everybody's once a month, and sooner where something is open.</summary>
/// <remarks>A timer once a month would lose a month whenever it fell into a restart, and would ask for everybody at once.</remarks>
public sealed class MembershipCheck(MembershipChecking checking, ILogger<MembershipCheck> logger)
{
    [Function(nameof(MembershipCheck))]
    public Task RunAsync([TimerTrigger("0 10 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        checking.CheckDueAsync(new DurableWaker(client, logger), cancellation);
}
