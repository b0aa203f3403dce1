using Mentoring.Core;
using Mentoring.Functions.Coordinator.Registrations;
using Mentoring.Functions.Offers;
using Mentoring.Functions.Partnerships;
using Mentoring.Functions.Rounds;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Mentoring.Functions.Shell;

/// <summary>Wakes orchestrations. Backends differ in what they do with a missing, running or finished instance; here all of it is made harmless.</summary>
/// <remarks>Nothing rests on a wake-up: the ledger holds the truth and the sweeper finds whatever was not woken. So a failure is logged and swallowed.</remarks>
public sealed partial class DurableWaker(DurableTaskClient client, ILogger logger) : IWaker
{
    /// <summary>The one event that orchestrations wait for. It says "look again" and carries nothing.</summary>
    public const string Event = "wake";

    public static string InstanceId(Clockwork clockwork, string id) => clockwork switch
    {
        Clockwork.Round => "round-" + id,
        Clockwork.Offer => "offer-" + id,
        Clockwork.Import => "import-" + id,
        _ => "partnership-" + id,
    };

    public async ValueTask WakeAsync(Clockwork clockwork, Address address, bool evenIfFinished, CancellationToken cancellation)
    {
        var instance = InstanceId(clockwork, address.Id);
        try
        {
            var found = await client.GetInstanceAsync(instance, cancellation);
            if (found is null || (evenIfFinished && found.IsCompleted))
                await client.ScheduleNewOrchestrationInstanceAsync(NameOf(clockwork), address, new StartOrchestrationOptions(instance), cancellation);
            else if (!found.IsCompleted)
                await client.RaiseEventAsync(instance, Event, address.Id, cancellation);
        }
#pragma warning disable CA1031 // Which exception a backend throws for a lost race is its own affair.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            NotWoken(logger, instance, failure);
        }
    }

    private static TaskName NameOf(Clockwork clockwork) => clockwork switch
    {
        Clockwork.Round => nameof(RoundOrchestrator),
        Clockwork.Offer => nameof(OfferOrchestrator),
        Clockwork.Import => nameof(ImportOrchestrator),
        _ => nameof(PartnershipOrchestrator),
    };

    [LoggerMessage(1, LogLevel.Warning, "Instance {Instance} could not be woken; the sweeper will look again")]
    private static partial void NotWoken(ILogger logger, string instance, Exception failure);
}
