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
public sealed class HandMatching(ApiForm forms, KnownPeople people, LedgerReader reader, OfferMaking offers, IIdentifiers identifiers, Scheme scheme, TimeProvider time)
{
    private const int LongestNote = 500;

    /// <summary>Gates that nobody can overrule.</summary>
    private static readonly HashSet<string> Musts = new(["same-person", "excluded", "declined-before", Eligibility.MembershipNotInOrder], StringComparer.Ordinal);

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

        var round = mentee.Registrations.Keys.FirstOrDefault(mentor.Registrations.ContainsKey);
        return round is null
            ? Conflict("no-round-in-common", "These two are not registered in one round.")
            : await MatchAsync(round, mentee.Registrations[round], mentor.Registrations[round], note, waker, cancellation);
    }

    private async Task<IResult> MatchAsync(string round, string menteeId, string mentorId, string note, IWaker waker, CancellationToken cancellation)
    {
        var state = await reader.StateAsync(Stages.Rounds, round, round, cancellation);
        if (Round.IsBeforeMatching(state))
            return Conflict("round-not-run", "Matching begins after the round's deadline, for everybody alike.");
        if (await MenteeAsync(round, menteeId, cancellation) is not { } mentee)
            return Conflict("mentee-not-waiting", "This person is not on the round's waiting list as a mentee.");
        if (await MentorAsync(round, mentorId, cancellation) is not { } mentor)
            return Conflict("mentor-no-place", "This person is not in the round's pool as a mentor with a free place.");

        var shut = new Eligibility(scheme.Institutions).Gates.Where(gate => !gate.IsOpen(mentee, mentor)).ToList();
        if (shut.FirstOrDefault(gate => Musts.Contains(gate.Code)) is { } must)
            return Conflict(must.Code, must.Reason);

        var match = new RoundMatching(scheme).MatchOf(mentee, mentor);
        var reasons = note.Length == 0 ? match.Reasons : [.. match.Reasons, new ScorePart("coordinator", 0, note)];
        var offerId = identifiers.NewId(time.GetUtcNow());
        return await offers.OfferAsync(Round.PlanOf(state)!, offerId, match with { Reasons = reasons }, Actor.Coordinator, waker, cancellation) is Outcome.Refused refused
            ? new ProblemResult(Answers.ProblemOf(refused.Reason))
            : Answers.Json(new HandMatch(round, offerId, menteeId, mentorId, match.Score, reasons, [.. shut.Select(gate => new Overruled(gate.Code, gate.Reason))]), StatusCodes.Status201Created);
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

    private async Task<PoolMentee?> MenteeAsync(string round, string id, CancellationToken cancellation) =>
        await reader.StateAsync(Stages.Registrations, round, id, cancellation) is Registration.Active { Entry.Mentee: not null } active
        && await reader.StateAsync(Stages.Mentees, round, id, cancellation) is MenteeStanding.Waiting waiting
            ? PoolOf.Mentee(id, active, waiting.History)
            : null;

    private async Task<PoolMentor?> MentorAsync(string round, string id, CancellationToken cancellation) =>
        await reader.StateAsync(Stages.Registrations, round, id, cancellation) is Registration.Active { Entry.Mentor: not null } active
        && await reader.StateAsync(Stages.Mentors, round, id, cancellation) is MentorPlaces.Available { Places.Free: > 0 } available
            ? PoolOf.Mentor(id, active, available.Places.Free)
            : null;

    private static ProblemResult Conflict(string code, string detail) => new(new Problem(StatusCodes.Status409Conflict, code, detail));

    private sealed record HandMatch(string RoundId, string OfferId, string Mentee, string Mentor, long Score, IReadOnlyList<ScorePart> Reasons, IReadOnlyList<Overruled> Overruled);

    private sealed record Overruled(string Code, string Reason);
}
