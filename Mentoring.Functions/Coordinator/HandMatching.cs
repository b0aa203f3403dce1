using Mentoring.Core;
using Mentoring.Core.Offers;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Functions.Http;
using Mentoring.Functions.Rounds;
using Mentoring.Functions.Shell;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Coordinator;

/// <summary>Matches two people by hand. It goes through the same offer as every match, and the same rules stand in its way.</summary>
/// <remarks>Whoever was matched before and did not say no may be matched again by hand: an offer ran out, an agreement was not signed in time.</remarks>
public sealed class HandMatching(ApiForm forms, KnownPeople people, LedgerReader reader, SchemeShell shell, OfferMaking offers, IIdentifiers identifiers, Scheme scheme)
{
    private const int LongestNote = 500;

    /// <summary>Gates that nobody can overrule; that of an earlier try only where the mentee said no.</summary>
    private static readonly HashSet<string> Musts = new(["same-person", "excluded", Eligibility.TriedBefore, Eligibility.MembershipNotInOrder], StringComparer.Ordinal);

    public async Task<IResult> MatchAsync(HttpRequest request, IWaker waker, CancellationToken cancellation)
    {
        var (fields, refusal) = await forms.ReadAsync(request, cancellation);
        return fields is null ? refusal! : await MatchAsync(fields, waker, cancellation);
    }

    /// <param name="fields"><c>mentee</c>, <c>mentor</c> and <c>note</c>.</param>
    public async Task<IResult> MatchAsync(FormFields fields, IWaker waker, CancellationToken cancellation)
    {
        var form = new FieldReader(fields);
        ApiForm.RefuseOthers(form, fields, "mentee", "mentor", "note");
        var mentee = await NamedAsync(form, "mentee", cancellation);
        var mentor = await NamedAsync(form, "mentor", cancellation);
        var note = form.Line("note", "The note", LongestNote, null);
        if (mentee is null || mentor is null || form.Errors.Count > 0)
            return new ProblemResult(Problem.Invalid(form.Errors));

        var round = await RoundAsync(mentee, mentor, cancellation);
        return round is null
            ? new ProblemResult(Answers.ProblemOf(new Rejection("no-round-in-common", "These two are not registered in one round.")))
            : await MatchAsync(round, mentee, mentor, note, first: null, waker, cancellation);
    }

    /// <summary>One transaction, so that what comes first is not done either where the two cannot be matched.</summary>
    /// <param name="first">What frees the mentee, such as the ending of their partnership; null where they wait.</param>
    internal async Task<IResult> MatchAsync(string round, KnownPeople.Known mentee, KnownPeople.Known mentor, string note, Request? first, IWaker waker, CancellationToken cancellation)
    {
        var state = await reader.StateAsync(Stages.Rounds, round, round, cancellation);
        if (Round.IsBeforeMatching(state))
            return new ProblemResult(Answers.ProblemOf(new Rejection("round-not-run", "Matching begins after the round’s deadline, for everybody alike.")));
        HandMatch? made = null;
        var outcome = await shell.CarryOutAsync(round, Actor.Coordinator, waker, async work =>
        {
            if (first is not null && await work.AskAsync(first, cancellation) is { } no)
                return no;
            if (await MenteeAsync(work, mentee.Registrations[round], cancellation) is not { } menteeNow)
                return new Rejection("mentee-not-waiting", "This person is not on the round's waiting list as a mentee.");
            if (await MentorAsync(work, mentor.Registrations[round], cancellation) is not { } mentorNow)
                return new Rejection("mentor-no-place", "This person is not in the round's pool as a mentor with a free place.");

            var shut = MatchingRules.Of(scheme).Eligibility().Gates.Where(gate => !gate.IsOpen(menteeNow, mentorNow)).ToList();
            foreach (var gate in shut.Where(gate => Musts.Contains(gate.Code)))
            {
                if (gate.Code != Eligibility.TriedBefore)
                    return new Rejection(gate.Code, gate.Reason);
                if (!await MayTryAgainAsync(mentee, mentor.Person, cancellation))
                    return new Rejection(gate.Code, "The mentee declined this mentor before, or the records no longer say how it went.");
            }

            var match = new RoundMatching(scheme).MatchOf(menteeNow, mentorNow);
            made = new HandMatch(
                round, identifiers.NewId(work.Now), menteeNow.Id, mentorNow.Id, match.Score,
                note.Length == 0 ? match.Reasons : [.. match.Reasons, new ScorePart(ScorePart.Note, 0, note)], [.. shut.Select(gate => new Overruled(gate.Code, gate.Reason))]);
            return await offers.OfferAsync(work, Round.PlanOf(state)!, made.OfferId, match with { Reasons = made.Reasons }, Actor.Coordinator, cancellation);
        }, cancellation);
        return outcome is Outcome.Refused refused ? new ProblemResult(Answers.ProblemOf(refused.Reason)) : Answers.Json(made, StatusCodes.Status201Created);
    }

    /// <summary>Of the rounds that both registered in, the one where they are now.</summary>
    private async ValueTask<string?> RoundAsync(KnownPeople.Known mentee, KnownPeople.Known mentor, CancellationToken cancellation)
    {
        var common = mentee.Registrations.Keys.Where(mentor.Registrations.ContainsKey).ToList();
        foreach (var round in common)
        {
            if (await reader.StateAsync(Stages.Mentees, round, mentee.Registrations[round], cancellation) is MenteeStanding.Waiting
                && await reader.StateAsync(Stages.Mentors, round, mentor.Registrations[round], cancellation) is MentorPlaces.Available)
                return round;
        }

        return common.FirstOrDefault();
    }

    /// <summary>Whether it came to nothing by itself, in every round that the mentee was in: a no stands for ever.</summary>
    private async ValueTask<bool> MayTryAgainAsync(KnownPeople.Known mentee, string mentor, CancellationToken cancellation)
    {
        var isKnown = false;
        foreach (var (round, registration) in mentee.Registrations)
        {
            await foreach (var (_, offer) in reader.AllAsync(Stages.Offers, round, cancellation))
            {
                if (Offer.TermsOf(offer) is not { } terms || terms.MenteeId != registration || terms.MentorPerson != mentor)
                    continue;
                if (offer is Offer.Declined)
                    return false;
                isKnown = true;
            }
        }

        return isKnown;
    }

    private async Task<KnownPeople.Known?> NamedAsync(FieldReader form, string field, CancellationToken cancellation)
    {
        var named = form.Line(field, $"The {field}", EmailAddress.Longest, $"Name the {field} by the id of their registration or by their email address.");
        if (named.Length == 0)
            return null;
        var known = await people.FindAsync(named, cancellation);
        if (known is { Registrations.Count: > 0 })
            return known;
        form.Wrong(field, $"Nobody is registered as {FieldReader.Shown(named)}. Give the id of a registration or an email address.");
        return null;
    }

    private static async ValueTask<PoolMentee?> MenteeAsync(Transaction work, string id, CancellationToken cancellation) =>
        await work.StateAsync(Stages.Registrations, id, cancellation) is Registration.Active { Entry.Mentee: not null } active
        && await work.StateAsync(Stages.Mentees, id, cancellation) is MenteeStanding.Waiting waiting
            ? PoolOf.Mentee(id, active, waiting.History)
            : null;

    private static async ValueTask<PoolMentor?> MentorAsync(Transaction work, string id, CancellationToken cancellation) =>
        await work.StateAsync(Stages.Registrations, id, cancellation) is Registration.Active { Entry.Mentor: not null } active
        && await work.StateAsync(Stages.Mentors, id, cancellation) is MentorPlaces.Available { Places.Free: > 0 } available
            ? PoolOf.Mentor(id, active, available.Places.Free)
            : null;

    private sealed record HandMatch(string RoundId, string OfferId, string Mentee, string Mentor, long Score, IReadOnlyList<ScorePart> Reasons, IReadOnlyList<Overruled> Overruled);

    private sealed record Overruled(string Code, string Reason);
}
