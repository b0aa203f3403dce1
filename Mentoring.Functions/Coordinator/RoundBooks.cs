using System.Collections.Concurrent;
using Mentoring.Core;
using Mentoring.Core.People;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Coordinator.Overview;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Coordinator;

/// <summary>Reads rounds in full from the ledger.</summary>
public sealed class RoundBooks(ILedger ledger, LedgerReader reader)
{
    /// <summary>Rounds that are kept as they were read.</summary>
    private const int MostKept = 4;

    private readonly ConcurrentDictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    /// <summary>Null where there is no such round.</summary>
    /// <remarks>Whatever a stage decides is entered in the journal, so until that grows nothing is read again but what has no entry there.</remarks>
    public async Task<RoundBook?> OpenAsync(string id, CancellationToken cancellation)
    {
        var round = await reader.StateAsync(Stages.Rounds, id, id, cancellation);
        if (round is Round.None)
            return null;
        var head = await ledger.JournalHeadAsync(id, cancellation);
        if (!_kept.TryGetValue(id, out var kept) || kept.Head != head)
        {
            if (_kept.Count >= MostKept && kept is null)
                _kept.Clear();
            _kept[id] = kept = await ReadAsync(id, round, head, kept, cancellation);
        }

        return kept.Book with { FailedMails = await FailedMailsAsync(id, cancellation), Settled = await SettledAsync(id, cancellation) };
    }

    private async Task<Kept> ReadAsync(string id, Round round, long head, Kept? before, CancellationToken cancellation)
    {
        var entries = new List<JournalEntry>(before?.Book.CoordinatorsEntries ?? []);
        await foreach (var entry in ledger.JournalAsync(id, before?.Head ?? 0, cancellation))
        {
            if (entry.Number <= head && entry.Draft.By == Actor.Coordinator.Code())
                entries.Add(entry);
        }

        return new Kept(head, new RoundBook(
            id,
            round,
            await AllAsync(Stages.Registrations, id, cancellation),
            await AllAsync(Stages.Mentees, id, cancellation),
            await AllAsync(Stages.Mentors, id, cancellation),
            await AllAsync(Stages.Offers, id, cancellation),
            await AllAsync(Stages.Partnerships, id, cancellation),
            [],
            entries));
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
        await foreach (var note in ledger.ListAsync(round, TroubledMail.Kind, cancellation))
        {
            switch (await reader.RowAsync<OutboxMail>(new RowKey(round, OutboxMail.Kind, note.As<TroubledMail>().Outbox), cancellation))
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

    private async Task<IReadOnlySet<string>> SettledAsync(string round, CancellationToken cancellation) =>
        await ledger.ListAsync(round, SettledPoint.Kind, cancellation).Select(row => row.Key.Id).ToHashSetAsync(StringComparer.Ordinal, cancellation);

    /// <param name="Head">Number of the journal's last entry when it was read.</param>
    private sealed record Kept(long Head, RoundBook Book);
}
