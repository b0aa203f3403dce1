using System.Collections.Concurrent;
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
    /// <remarks>Whatever a stage decides is entered in the journal, so nothing is read again but what its new entries are about, and what has no entry there.</remarks>
    public async Task<RoundBook?> OpenAsync(string id, CancellationToken cancellation)
    {
        // The head first: what is read after it may be newer than the head says, never older.
        var head = await ledger.JournalHeadAsync(id, cancellation);
        var round = await reader.StateAsync(Stages.Rounds, id, id, cancellation);
        if (round is Round.None)
            return null;
        if (!_kept.TryGetValue(id, out var kept) || kept.Head < head)
        {
            if (_kept.Count >= MostKept && kept is null)
                _kept.Clear();
            _kept[id] = kept = kept is null ? await ReadAsync(id, round, head, cancellation) : await RenewAsync(kept, round, head, cancellation);
        }

        return kept.Book with { FailedMails = await FailedMailsAsync(id, cancellation), Settled = await SettledAsync(id, cancellation) };
    }

    private async Task<Kept> ReadAsync(string id, Round round, long head, CancellationToken cancellation) => new(head, new RoundBook(
        id,
        round,
        await BookShelf.ReadAsync(reader, Stages.Registrations, id, cancellation),
        await BookShelf.ReadAsync(reader, Stages.Mentees, id, cancellation),
        await BookShelf.ReadAsync(reader, Stages.Mentors, id, cancellation),
        await BookShelf.ReadAsync(reader, Stages.Offers, id, cancellation),
        await BookShelf.ReadAsync(reader, Stages.Agreements, id, cancellation),
        await BookShelf.ReadAsync(reader, Stages.Partnerships, id, cancellation),
        await BookShelf.ReadAsync(reader, Stages.Reviews, id, cancellation),
        [],
        await ledger.JournalAsync(id, 0, cancellation).Where(entry => entry.Number <= head && IsCoordinators(entry)).ToListAsync(cancellation)));

    /// <summary>Reads what the journal's new entries are about, and nothing else. It may run ahead of the journal, never behind.</summary>
    private async Task<Kept> RenewAsync(Kept kept, Round round, long head, CancellationToken cancellation)
    {
        var (before, id) = (kept.Book, kept.Book.Id);
        var entries = await ledger.JournalAsync(id, kept.Head, cancellation).TakeWhile(entry => entry.Number <= head).ToListAsync(cancellation);
        var touched = entries.Select(entry => entry.Draft.Subject.Split(':', 2)).Where(subject => subject.Length == 2).ToLookup(subject => subject[0], subject => subject[1], StringComparer.Ordinal);
        return new Kept(head, new RoundBook(
            id,
            round,
            await BookShelf.RenewAsync(reader, Stages.Registrations, id, before.Registrations, touched, cancellation),
            await BookShelf.RenewAsync(reader, Stages.Mentees, id, before.Mentees, touched, cancellation),
            await BookShelf.RenewAsync(reader, Stages.Mentors, id, before.Mentors, touched, cancellation),
            await BookShelf.RenewAsync(reader, Stages.Offers, id, before.Offers, touched, cancellation),
            await BookShelf.RenewAsync(reader, Stages.Agreements, id, before.Agreements, touched, cancellation),
            await BookShelf.RenewAsync(reader, Stages.Partnerships, id, before.Partnerships, touched, cancellation),
            await BookShelf.RenewAsync(reader, Stages.Reviews, id, before.Reviews, touched, cancellation),
            [],
            [.. before.CoordinatorsEntries, .. entries.Where(IsCoordinators)]));
    }

    private static bool IsCoordinators(JournalEntry entry) => entry.Draft.By == Actor.Coordinator.Code();

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
