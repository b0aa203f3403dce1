using Mentoring.Core;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
using Mentoring.Functions.Registrations;
using Mentoring.Functions.Shell;
using Microsoft.Extensions.Logging;

namespace Mentoring.Functions.Memberships;

/// <summary>Asks the association's records again about whoever is in the scheme, and carries out what follows.</summary>
public sealed partial class MembershipChecking(
    MembershipAsking asking, MembershipConsequences consequences, Leaving leaving, SchemeShell shell, LedgerReader reader, Scheme scheme, TimeProvider time, ILogger<MembershipChecking> logger)
{
    /// <summary>As many as are asked for in one go; the rest has its turn in the next.</summary>
    private const int Most = 500;

    private static readonly TimeOnly Noon = new(12, 0);

    /// <summary>Without records nobody is held back anew, so once is enough.</summary>
    private bool _isTrusting;

    /// <summary>Everybody whose turn it is, in all rounds.</summary>
    public async Task CheckDueAsync(IWaker waker, CancellationToken cancellation)
    {
        if (!asking.IsOn)
        {
            await TrustAsync(waker, cancellation);
            return;
        }

        var left = Most;
        var failures = new List<Exception>();
        foreach (var round in await DueAsync(cancellation))
        {
            var live = await LiveAsync(round.Key, cancellation);
            foreach (var id in round.Where(live.Contains))
            {
                if (left-- > 0)
                    await TryAsync(round.Key, id, waker, failures, cancellation);
            }
        }

        Report(failures);
    }

    /// <summary>Whom records held back that are asked no more: the form is trusted now, theirs too.</summary>
    private async Task TrustAsync(IWaker waker, CancellationToken cancellation)
    {
        if (_isTrusting)
            return;
        await foreach (var (key, state) in reader.AllAsync(Stages.Registrations, round: null, cancellation))
        {
            if (state is Registration.Active active && Membership.HoldsBack(active.Membership))
                await shell.CarryOutAsync(key.Partition, new Request.ToRegistration(key.Id, Check(active, MembershipFinding.InOrder)), Actor.Clock, waker, cancellation);
        }

        _isTrusting = true;
    }

    /// <summary>Whoever registered in a round while the records did not answer, before it is matched. It is matched also where somebody could not be checked: their turn comes again.</summary>
    public async Task SettleAsync(string round, IWaker waker, CancellationToken cancellation)
    {
        if (!asking.IsOn)
            return;
        var open = new List<string>();
        await foreach (var (key, state) in reader.AllAsync(Stages.Registrations, round, cancellation))
        {
            if (state is Registration.Active { Membership: Membership.Unchecked } && open.Count < Most)
                open.Add(key.Id);
        }

        foreach (var id in open)
            await TryAsync(round, id, waker, [], cancellation);
    }

    /// <summary>Whoever cannot be checked must not hold up the others.</summary>
    private async Task TryAsync(string round, string id, IWaker waker, List<Exception> failures, CancellationToken cancellation)
    {
        try
        {
            await CheckAsync(round, id, waker, cancellation);
        }
#pragma warning disable CA1031 // Whatever it is, the hourly check fails with it in the end.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            NotChecked(logger, id, failure);
            failures.Add(failure);
        }
    }

    private static void Report(List<Exception> failures)
    {
        if (failures.Count > 0)
            throw new AggregateException("Not every membership could be checked; the rest are asked for again.", failures);
    }

    [LoggerMessage(1, LogLevel.Error, "The membership of registration {Registration} could not be checked")]
    private static partial void NotChecked(ILogger logger, string registration, Exception failure);

    private async Task CheckAsync(string round, string id, IWaker waker, CancellationToken cancellation)
    {
        var station = await Station.ReadAsync(reader, round, id, cancellation);
        if (station.Registration is not Registration.Active active || await asking.FindAsync(active.Entry, cancellation) is not { } finding)
            return;

        var (now, check) = (time.GetUtcNow(), Check(active, finding));
        var ends = scheme.Membership.AfterGrace == AfterGrace.End && Membership.After(active.Membership, finding, check.RenewBy, now) is Membership.Over;
        var turnsAway = Membership.TurnsAway(active.Membership, finding);
        if (turnsAway && await consequences.HasPartnerElsewhereAsync(station, cancellation))
            (turnsAway, check) = (false, check with { HasPartner = true });
        if (ends || turnsAway)
        {
            await consequences.EndElsewhereAsync(station, waker, cancellation);
            await (ends ? consequences.EndOneByOneAsync(station, waker, cancellation) : leaving.LightenAsync(station, waker, cancellation));
        }

        await shell.CarryOutAsync(
            round,
            Actor.Clock,
            waker,
            async work => (ends ? await MembershipConsequences.EndHereAsync(work, id, cancellation) : null) ?? await work.AskAsync(new Request.ToRegistration(id, check), cancellation),
            cancellation);
    }

    private Registration.Command.CheckMembership Check(Registration.Active active, MembershipFinding finding) => new(
        active.Entry.MembershipNumber, finding, LocalInstant.At(time.GetUtcNow(), scheme.TimeZone).PlusDays(scheme.Membership.GraceDays, Noon));

    private async Task<IReadOnlyList<IGrouping<string, string>>> DueAsync(CancellationToken cancellation)
    {
        var (now, due) = (time.GetUtcNow(), new List<(string Round, string Id)>());
        await foreach (var (key, state) in reader.AllAsync(Stages.Registrations, round: null, cancellation))
        {
            if (state is Registration.Active active && Membership.IsDue(active.Membership, now))
                due.Add((key.Partition, key.Id));
        }

        return [.. due.GroupBy(found => found.Round, found => found.Id, StringComparer.Ordinal)];
    }

    /// <summary>Whoever waits, is available or has a partner; not whoever is done, or was carried over to a later round.</summary>
    private async Task<HashSet<string>> LiveAsync(string round, CancellationToken cancellation)
    {
        var live = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var (key, state) in reader.AllAsync(Stages.Mentees, round, cancellation))
        {
            if (state is not (MenteeStanding.None or MenteeStanding.Finished or MenteeStanding.Carried))
                live.Add(key.Id);
        }

        await foreach (var (key, state) in reader.AllAsync(Stages.Mentors, round, cancellation))
        {
            if (state is MentorPlaces.Available or MentorPlaces.Resting)
                live.Add(key.Id);
        }

        return live;
    }
}
