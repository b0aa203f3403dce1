using Mentoring.Core;
using Mentoring.Core.Agreements;
using Mentoring.Core.Partnerships;
using Mentoring.Core.People;
using Mentoring.Core.Reviews;
using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Shell;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Mentoring.Functions.Partnerships;

public sealed class PartnershipActivities(SchemeShell shell, ILedger ledger, LedgerReader reader, Scheme scheme, TimeProvider time, ILogger<PartnershipActivities> logger)
{
    private static readonly TimeOnly Noon = new(12, 0);

    /// <summary>Lets time act on the agreement, the term and the open reviews.</summary>
    [Function(nameof(AdvancePartnership))]
    public async Task<PartnershipStep> AdvancePartnership([ActivityTrigger] Address partnership, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        var (round, id) = partnership;
        var waker = new DurableWaker(client, logger);
        var answerBy = LocalInstant.At(time.GetUtcNow(), scheme.TimeZone).PlusDays(scheme.Reviews.AnswerDays, Noon);

        await shell.CarryOutAsync(round, new Request.ToAgreement(id, new Agreement.Command.Tick()), Actor.Clock, waker, cancellation);
        await shell.CarryOutAsync(round, new Request.ToPartnership(id, new Partnership.Command.Tick(answerBy)), Actor.Clock, waker, cancellation);
        var state = await reader.StateAsync(Stages.Partnerships, round, id, cancellation);

        var due = new List<DateTimeOffset?>
        {
            Partnership.DueAt(state),
            Agreement.DueAt(await reader.StateAsync(Stages.Agreements, round, id, cancellation)),
        };
        foreach (var form in PartnershipReviews.Of(state))
        {
            await shell.CarryOutAsync(round, new Request.ToReview(form, new Review.Command.Tick()), Actor.Clock, waker, cancellation);
            due.Add(Review.DueAt(await reader.StateAsync(Stages.Reviews, round, form, cancellation)));
        }

        var freed = await ledger.ReadAsync(new RowKey(round, RematchRequest.Kind, id), cancellation) is not null;
        return new PartnershipStep(state.GetType().Name, due.Min(), freed);
    }
}
