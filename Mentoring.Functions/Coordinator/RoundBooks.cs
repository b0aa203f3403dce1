using Mentoring.Core;
using Mentoring.Core.People;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Coordinator;

/// <summary>Reads rounds in full from the ledger.</summary>
public sealed class RoundBooks(ILedger ledger, LedgerReader reader)
{
    /// <summary>Null where there is no such round.</summary>
    public async Task<RoundBook?> OpenAsync(string id, CancellationToken cancellation)
    {
        var round = await reader.StateAsync(Stages.Rounds, id, id, cancellation);
        return round is Round.None ? null : new RoundBook(
            id,
            round,
            await AllAsync(Stages.Registrations, id, cancellation),
            await AllAsync(Stages.Mentees, id, cancellation),
            await AllAsync(Stages.Mentors, id, cancellation),
            await AllAsync(Stages.Offers, id, cancellation),
            await AllAsync(Stages.Partnerships, id, cancellation),
            await FailedMailsAsync(id, cancellation),
            await CoordinatorsEntriesAsync(id, cancellation));
    }

    /// <summary>Ids of all rounds, the latest deadline first.</summary>
    public async Task<IReadOnlyList<string>> IdsAsync(CancellationToken cancellation)
    {
        var plans = new List<RoundPlan>();
        foreach (var partition in await ledger.PartitionsAsync(cancellation))
        {
            if (Round.PlanOf(await reader.StateAsync(Stages.Rounds, partition, partition, cancellation)) is { } plan)
                plans.Add(plan);
        }

        return [.. plans.OrderByDescending(plan => plan.Deadline.Instant).ThenBy(plan => plan.Id, StringComparer.Ordinal).Select(plan => plan.Id)];
    }

    private async Task<IReadOnlyDictionary<string, TState>> AllAsync<TState, TCommand, TEvent>(Stage<TState, TCommand, TEvent> stage, string round, CancellationToken cancellation)
        where TState : class
        where TCommand : class
        where TEvent : StageEvent
    {
        var all = new OrderedDictionary<string, TState>(StringComparer.Ordinal);
        await foreach (var (key, state) in reader.AllAsync(stage, round, cancellation))
            all.Add(key.Id, state);
        return all;
    }

    private async Task<IReadOnlyList<OutboxMail.Failed>> FailedMailsAsync(string round, CancellationToken cancellation)
    {
        var failed = new List<OutboxMail.Failed>();
        await foreach (var row in ledger.ListAsync(round, OutboxMail.Kind, cancellation))
        {
            switch (row.As<OutboxMail>())
            {
                case OutboxMail.Failed mail:
                    failed.Add(mail);
                    break;
                case OutboxMail.Bounced mail:
                    failed.Add(new OutboxMail.Failed(mail.Draft, $"It was sent, and did not arrive ({mail.Why}).", mail.At));
                    break;
            }
        }

        return failed;
    }

    private async Task<IReadOnlyList<JournalEntry>> CoordinatorsEntriesAsync(string round, CancellationToken cancellation)
    {
        var entries = new List<JournalEntry>();
        await foreach (var entry in ledger.JournalAsync(round, 0, cancellation))
        {
            if (entry.Draft.By == Actor.Coordinator.Code())
                entries.Add(entry);
        }

        return entries;
    }
}
