using Mentoring.Core.Agreements;
using Mentoring.Core.Offers;
using Mentoring.Core.Partnerships;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
using Mentoring.Functions.Http;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Partnerships;
using Mentoring.Functions.Rounds;
using Mentoring.Functions.Shell;
using Mentoring.Pages.Registrations;
using Persons = Mentoring.Functions.Http.People;

namespace Mentoring.Functions.Registrations;

/// <summary>Where a person stands, in each of their roles, as their own page says it.</summary>
/// <remarks>Of a mentor's places only those that are taken count. Held ones are offers, which a mentor never hears of before they are accepted.</remarks>
public sealed class StandingReader(LedgerReader reader, Scheme scheme, TimeProvider time)
{
    public async Task<IReadOnlyList<RegistrationStanding>> ReadAsync(OwnRegistration own, CancellationToken cancellation)
    {
        if (own.Home.Registration is Registration.Withdrawn)
            return [new RegistrationStanding.Withdrawn()];
        var standings = new List<RegistrationStanding>();
        foreach (var station in own.Stations)
        {
            var round = await reader.StateAsync(Stages.Rounds, station.Round, station.Round, cancellation);
            var term = Round.PlanOf(round)?.TermMonths;
            IEnumerable<RegistrationStanding> here = [.. await AsMenteeAsync(own, station, round, cancellation), .. await AsMentorAsync(own, station, round, cancellation)];
            var heldBack = station.Registration is Registration.Active { Membership: var membership } && Membership.HoldsBack(membership);
            var toTrain = scheme.Gates.MentorTraining && station.Registration is Registration.Active { Entry.Mentor.Trained: false };
            standings.AddRange(here.Select(standing => standing with { TermMonths = standing.TermMonths ?? term, HeldBack = heldBack, ToTrain = toTrain && standing is (RegistrationStanding.Received or RegistrationStanding.MentorAvailable) }));
        }

        return [.. standings.Distinct()];
    }

    private async Task<IEnumerable<RegistrationStanding>> AsMenteeAsync(OwnRegistration own, Station station, Round round, CancellationToken cancellation)
    {
        switch (station.Mentee)
        {
            case MenteeStanding.Waiting when Round.IsRolling(round):
                return [new RegistrationStanding.MenteeWaiting(null, [], NextRound: false) { AnyTime = true }];
            case MenteeStanding.Waiting when round is not Round.Announced:
                return [new RegistrationStanding.Received(Round.PlanOf(round)?.Closes)];
            case MenteeStanding.Waiting waiting:
                return [new RegistrationStanding.MenteeWaiting(NextWord(round), await ReasonsAsync(station, cancellation), waiting.History.StaysForNextRound)];
            case MenteeStanding.Offered offered:
                var offer = await reader.StateAsync(Stages.Offers, station.Round, offered.OfferId, cancellation);
                return offer is Offer.Pending pending ? [new RegistrationStanding.OfferOpen(pending.ReplyBy, $"/offers/{LinkPath.Of(own.Token, offered.OfferId)}")] : [];
            case MenteeStanding.Paired paired:
                return await WithAsync(own, paired.PartnershipId, Party.Mentee, cancellation) is { } running ? [running] : [];
            case MenteeStanding.Resting:
                return [new RegistrationStanding.MenteeNotWaiting()];
            case MenteeStanding.Finished when station.Registration is Registration.Active { Entry.Mentee: not null }:
                return [new RegistrationStanding.MenteeFinished { AnyTime = Round.IsRolling(round) }];
            default:
                return [];
        }
    }

    private async Task<IEnumerable<RegistrationStanding>> AsMentorAsync(OwnRegistration own, Station station, Round round, CancellationToken cancellation)
    {
        if (!station.HasMentor)
            return [];
        var places = MentorPlaces.PlacesOf(station.Mentor)!;
        var standings = new List<RegistrationStanding>();
        foreach (var partnership in places.Taken)
        {
            if (await WithAsync(own, partnership, Party.Mentor, cancellation) is { } running)
                standings.Add(running);
        }

        if (station.Mentor is MentorPlaces.Resting)
            standings.Add(new RegistrationStanding.MentorPausing());
        else if (round is not Round.Announced && !Round.IsRolling(round))
            standings.Add(new RegistrationStanding.Received(Round.PlanOf(round)?.Closes));
        else if (places.HasRoom)
            standings.Add(new RegistrationStanding.MentorAvailable(places.Taken.Count == 0 ? NextWord(round) : null));
        return standings;
    }

    private async Task<RegistrationStanding?> WithAsync(OwnRegistration own, string partnership, Party party, CancellationToken cancellation)
    {
        // A mentor who was carried over brings partnerships whose rows lie in the earlier round.
        if (await reader.FindAsync(Stages.Partnerships, partnership, cancellation) is not var (round, state) || Partnership.PairOf(state) is not { } pair)
            return null;
        var partner = await reader.StateAsync(Stages.Registrations, round, pair.Member(party.Other()), cancellation);
        var name = Persons.EntryOf(partner)?.Name ?? "your partner";
        var path = LinkPath.Of(own.Token, partnership);
        switch (state)
        {
            case Partnership.Agreeing:
                var agreement = await reader.StateAsync(Stages.Agreements, round, partnership, cancellation);
                return Agreement.TimeOf(agreement) is { } left ? new RegistrationStanding.Introduced(name, left.Until, "/agreements/" + path) { TermMonths = pair.TermMonths, HasSigned = Agreement.SignatureOf(agreement, party) is not null } : null;
            case Partnership.Active active:
                return await RunningAsync(active.Term);
            case Partnership.Reviewing reviewing:
                return await RunningAsync(reviewing.Term);
            default:
                return null;
        }

        async ValueTask<RegistrationStanding> RunningAsync(Term term) => new RegistrationStanding.InPartnership(name, term.Ends, "/partnerships/" + path)
        {
            Review = await OpenReviews.ReadAsync(reader, own.Token, round, state, party, time.GetUtcNow(), cancellation),
        };
    }

    private LocalInstant? NextWord(Round round) => round is Round.Announced { Plan.UpdateOn: var date } && !date.HasPassed(time.GetUtcNow()) ? date : null;

    /// <summary>As they were told when the round had run.</summary>
    private async Task<IReadOnlyList<string>> ReasonsAsync(Station station, CancellationToken cancellation)
    {
        var mail = await reader.RowAsync<OutboxMail>(RoundMailing.UnmatchedMail(station.Round, station.Id), cancellation);
        return mail?.Draft.Note?.Split('\n') ?? [];
    }
}
