using Mentoring.Core;
using Mentoring.Core.Partnerships;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Functions.Http;
using Mentoring.Functions.Shell;
using Mentoring.Pages;
using Mentoring.Pages.Forms;
using Microsoft.AspNetCore.Http;
using Persons = Mentoring.Functions.Http.People;

namespace Mentoring.Functions.Coordinator.Actions;

/// <summary>Gives a mentee another mentor: ends the partnership without blame, and offers whom the coordinator names, or lets the software find somebody.</summary>
public sealed class Reassignment(ActionDesk desk, HandMatching matching, KnownPeople people, SchemeShell shell, LedgerReader reader)
{
    private static readonly Choice[] Reasons =
        [new("circumstances", "Circumstances have changed"), new("capacity", "There is no time for it"), new("role-change", "A role has changed"), new("other", "Another reason")];

    public async Task<IResult> ShowAsync(HttpRequest request, string id, CancellationToken cancellation) => await desk.ShowAsync(request, () => FindAsync(id, cancellation), await WhyNotAsync(id, cancellation), cancellation);

    public async Task<IResult> ActAsync(HttpRequest request, string id, IWaker waker, CancellationToken cancellation) =>
        await desk.ActAsync(request, () => FindAsync(id, cancellation), await WhyNotAsync(id, cancellation), Check, fields => CarryOutAsync(fields, id, waker, cancellation), cancellation);

    private async Task<DeskAction?> FindAsync(string id, CancellationToken cancellation)
    {
        if (await RunningAsync(id, cancellation) is not { } found)
            return null;
        var pair = Partnership.PairOf(found.State)!;
        var (mentee, mentor) = (await NameAsync(found.Round, pair.MenteeId, cancellation), await NameAsync(found.Round, pair.MentorId, cancellation));
        return new DeskAction(
            "reassign", "partnership:" + id, found.Round, "Give a mentee another mentor",
            [
                $"The partnership of {mentee} with {mentor} ends, without blame, and both are told. Talk to both first.",
                $"{mentee} goes back on the waiting list. Name a mentor and they get that offer; name nobody and the software looks for the best. {mentor} is not offered to {mentee} again.",
            ],
            Paths.Partnership(id, "reassign"),
            [
                new("reason", "Why it ends", "", Reasons),
                new("mentorStays", $"Is {mentor} there for other mentees?", "", Choice.YesOrNo),
                new("mentor", "The new mentor", "An email address, or the id of a registration. Leave it empty and the software looks.", Optional: true),
            ],
            "End it and match the mentee again", Paths.Person(pair.MenteeId), FormState.Of(("reason", "circumstances"), ("mentorStays", "yes")));
    }

    private async Task<Problem> WhyNotAsync(string id, CancellationToken cancellation) =>
        await reader.FindAsync(Stages.Partnerships, id, cancellation) is null ? ActionDesk.Unknown : ActionDesk.Settled;

    private static IReadOnlyDictionary<string, IReadOnlyList<string>> Check(FormFields fields)
    {
        var form = new FieldReader(fields);
        form.Choice("reason", "The reason", [.. Reasons.Select(reason => reason.Value)], "Choose a reason.");
        form.Choice("mentorStays", "The answer", ["yes", "no"], "Choose yes or no.");
        form.Line("mentor", "The mentor", EmailAddress.Longest, null);
        return form.Errors;
    }

    private async Task<IResult> CarryOutAsync(FormFields fields, string id, IWaker waker, CancellationToken cancellation)
    {
        var found = (await reader.FindAsync(Stages.Partnerships, id, cancellation))!.Value;
        if (!EndingReasonCodes.TryParse(fields.First("reason"), out var reason))
            throw new InvalidOperationException("The reason was checked before.");
        var end = new Request.ToPartnership(id, new Partnership.Command.End(reason, Actor.Coordinator, null, MentorStays: fields.First("mentorStays") == "yes", MenteeAgain: true));
        if (fields.First("mentor")?.Trim() is not { Length: > 0 } named)
        {
            return await shell.CarryOutAsync(found.Round, end, Actor.Coordinator, waker, cancellation) is Outcome.Refused refused
                ? new ProblemResult(Answers.ProblemOf(refused.Reason))
                : Results.NoContent();
        }

        var pair = Partnership.PairOf(found.State)!;
        if (await people.FindAsync(named, cancellation) is not { } mentor || !mentor.Registrations.TryGetValue(found.Round, out var registration))
            return Wrong($"Nobody is registered in round {found.Round} as {FieldReader.Shown(named)}.");
        if (registration == pair.MentorId || await people.FindAsync(pair.MenteeId, cancellation) is not { } mentee)
            return Wrong("This is the mentor they have now. Name another, or nobody.");

        // The ending and the offer stand or fall together.
        if (await matching.MatchAsync(found.Round, mentee, mentor, note: "", end, waker, cancellation) is not ProblemResult { Problem: var problem })
            return Results.NoContent();
        // Another coordinator may have been quicker: then it has ended, by what they chose.
        return new ProblemResult(await RunningAsync(id, cancellation) is null ? ActionDesk.Settled : problem with { Detail = $"{problem.Detail} The partnership goes on." });
    }

    private async Task<(string Round, Partnership State)?> RunningAsync(string id, CancellationToken cancellation) =>
        await reader.FindAsync(Stages.Partnerships, id, cancellation) is { State: Partnership.Agreeing or Partnership.Active or Partnership.Reviewing } found ? found : null;

    private static ProblemResult Wrong(string words) =>
        new(Problem.Invalid(new Dictionary<string, IReadOnlyList<string>> { ["mentor"] = [$"{words} The partnership goes on."] }));

    private async Task<string> NameAsync(string round, string registration, CancellationToken cancellation) =>
        Persons.EntryOf(await reader.StateAsync(Stages.Registrations, round, registration, cancellation))?.Name ?? "(erased)";
}
