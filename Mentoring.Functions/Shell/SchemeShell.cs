using Mentoring.Core;
using Mentoring.Core.People;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Queues;
using Mentoring.Functions.Telemetry;

namespace Mentoring.Functions.Shell;

/// <summary>The five steps of every command: load rows, decide, evolve, commit, wake.</summary>
public sealed class SchemeShell(ILedger ledger, Lifecycle lifecycle, IIdentifiers identifiers, IQueue queue, TimeProvider time, SchemeTelemetry telemetry)
{
    /// <summary>More lost races in a row than this is not a race.</summary>
    private const int Tries = 50;

    /// <summary>Carries out one command and everything that follows from it.</summary>
    public ValueTask<Outcome> CarryOutAsync(string partition, Request request, Actor by, IWaker waker, CancellationToken cancellation) =>
        CarryOutAsync(partition, by, waker, work => work.AskAsync(request, cancellation), cancellation);

    /// <summary>Carries out what the body asks of a fresh transaction; after a lost race it is asked again.</summary>
    /// <exception cref="TimeoutException">Every try lost its race; the caller's retry will find calmer times.</exception>
    public async ValueTask<Outcome> CarryOutAsync(string partition, Actor by, IWaker waker, Func<Transaction, ValueTask<Rejection?>> body, CancellationToken cancellation)
    {
        using var span = SchemeTelemetry.Start("command", partition);
        var operation = identifiers.NewId(time.GetUtcNow());
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var work = new Transaction(ledger, lifecycle, identifiers, partition, by, time.GetUtcNow());
            if (await body(work) is { } refusal)
                return new Outcome.Refused(refusal);
            if (work.Change(operation) is not { } change)
                return new Outcome.Done(Changed: false);
            if (await ledger.CommitAsync(change, cancellation) is not CommitOutcome.Committed committed)
                continue;

            telemetry.Count(change.Journal);
            if (!committed.MessagesSent)
                await SendAsync(change.Messages, cancellation);
            await WakeAsync(work, waker, cancellation);
            return new Outcome.Done(Changed: true);
        }

        throw new TimeoutException($"A decision in round {partition} lost {Tries} races in a row.");
    }

    /// <summary>Says in the mentor's later round what became of a place, then forgets the note that it must be said. Whoever has not arrived there yet is told by the next sweep.</summary>
    public async ValueTask PlaceElsewhereAsync(string partition, Request.PlaceElsewhere elsewhere, IWaker waker, CancellationToken cancellation)
    {
        if (await IsOnTheWayAsync(partition, elsewhere.Mentor, cancellation))
            return;
        await CarryOutAsync(elsewhere.Mentor.Round, Actor.Clock, waker, async work =>
        {
            var mentor = elsewhere.Mentor.Registration;
            if (elsewhere.Becomes is { } partnership)
                return await work.AskAsync(new Request.ToMentor(mentor, new MentorPlaces.Command.Take(elsewhere.Place, partnership)), cancellation);
            await work.AskAsync(new Request.Rematch(elsewhere.Place), cancellation);
            return await work.AskAsync(new Request.ToMentor(mentor, new MentorPlaces.Command.Release(elsewhere.Place, elsewhere.ThenRest)), cancellation);
        }, cancellation);
        if (await ledger.ReadAsync(new RowKey(partition, PlaceNote.Kind, elsewhere.Place), cancellation) is { } note)
            await ledger.CommitAsync(new LedgerChange(partition, identifiers.NewId(time.GetUtcNow()), [new RowWrite.Delete(note.Key, note.Version)], []), cancellation);
    }

    private async ValueTask<bool> IsOnTheWayAsync(string partition, Forward mentor, CancellationToken cancellation)
    {
        await foreach (var row in ledger.ListAsync(partition, CarryNote.Kind, cancellation))
        {
            if (row.As<CarryNote>().To == mentor)
                return true;
        }

        return false;
    }

    // What was committed is already true. Whatever is lost from here on, the sweeper finds.
    private async ValueTask SendAsync(IReadOnlyList<QueueMessage> messages, CancellationToken cancellation)
    {
        foreach (var message in messages)
            await queue.SendAsync(message.Queue, message.Id, message.Body, cancellation);
    }

    private async ValueTask WakeAsync(Transaction work, IWaker waker, CancellationToken cancellation)
    {
        foreach (var request in work.Afterwards)
        {
            switch (request)
            {
                case Request.Wake wake:
                    await waker.WakeAsync(wake.Of, new Address(work.Partition, wake.Id), evenIfFinished: false, cancellation);
                    break;
                case Request.PlaceElsewhere elsewhere:
                    await PlaceElsewhereAsync(work.Partition, elsewhere, waker, cancellation);
                    break;
            }
        }
    }
}

/// <summary>What became of a command.</summary>
public abstract record Outcome
{
    private Outcome() { }

    /// <param name="Changed">False where it was so already.</param>
    public sealed record Done(bool Changed) : Outcome;

    public sealed record Refused(Rejection Reason) : Outcome;
}

/// <summary>Where a row lies: its round and its id.</summary>
public sealed record Address(string Round, string Id);
