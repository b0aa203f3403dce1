using System.Globalization;
using Mentoring.Core;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Functions.Coordinator.Overview;
using Mentoring.Functions.Http;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Shell;
using Mentoring.Pages;
using Mentoring.Pages.Coordinator;
using Mentoring.Pages.Forms;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Coordinator.Actions;

/// <summary>What can be done with a round: set it up, extend its deadline, run it when it is due, set aside what was seen to.</summary>
public sealed class RoundActions(ActionDesk desk, RoundDesk rounds, RoundBooks books, Attention attention, LedgerReader reader, ILedger ledger, IIdentifiers identifiers, Scheme scheme, TimeProvider time)
{
    private const string LocalTime = "Date and time, in the local time of the round.";

    public Task<IResult> ShowOpeningAsync(HttpRequest request, CancellationToken cancellation) =>
        desk.ShowAsync(request, () => Task.FromResult(Opening), RoundDesk.NoDeadlines, cancellation);

    public Task<IResult> OpenAsync(HttpRequest request, IWaker waker, CancellationToken cancellation) => desk.ActAsync(
        request, () => Task.FromResult(Opening), RoundDesk.NoDeadlines, fields => RoundForm.Read(fields, scheme).Errors, fields => rounds.CreateAsync(fields, waker, cancellation), cancellation);

    public async Task<IResult> ShowExtensionAsync(HttpRequest request, string id, CancellationToken cancellation) =>
        await desk.ShowAsync(request, () => ExtensionAsync(id, cancellation), (await FindAsync(id, LeaveAsItIs, cancellation)).WhyNot, cancellation);

    public async Task<IResult> ExtendAsync(HttpRequest request, string id, IWaker waker, CancellationToken cancellation) => await desk.ActAsync(
        request, () => ExtensionAsync(id, cancellation), (await FindAsync(id, LeaveAsItIs, cancellation)).WhyNot, fields => RoundForm.ReadDeadline(fields, scheme.TimeZone).Errors, fields => rounds.ExtendAsync(fields, id, waker, cancellation), cancellation);

    public async Task<IResult> ShowRunAsync(HttpRequest request, string id, CancellationToken cancellation) =>
        await desk.ShowAsync(request, () => RunningAsync(id, cancellation), (await FindAsync(id, Close, cancellation)).WhyNot, cancellation);

    public async Task<IResult> RunAsync(HttpRequest request, string id, IWaker waker, CancellationToken cancellation) =>
        await desk.ActAsync(request, () => RunningAsync(id, cancellation), (await FindAsync(id, Close, cancellation)).WhyNot, null, _ => rounds.RunAsync(id, waker, cancellation), cancellation);

    public Task<IResult> ShowSettlingAsync(HttpRequest request, string id, string point, CancellationToken cancellation) => desk.ShowAsync(request, () => SettlingAsync(id, point, cancellation), cancellation);

    /// <summary>Sets a point aside. Whoever was quicker has done the same.</summary>
    public Task<IResult> SettleAsync(HttpRequest request, string id, string point, CancellationToken cancellation) => desk.ActAsync(request, () => SettlingAsync(id, point, cancellation), null, async _ =>
    {
        var now = time.GetUtcNow();
        await ledger.CommitAsync(new LedgerChange(id, identifiers.NewId(now), [new RowWrite.Insert(new RowKey(id, SettledPoint.Kind, point), LedgerJson.Write(new SettledPoint(now)))], []), cancellation);
        return Results.NoContent();
    }, cancellation);

    /// <summary>Extends a deadline by nothing: a round takes it as long as it would take more.</summary>
    private static Round.Command LeaveAsItIs(RoundPlan plan) => new Round.Command.Extend(plan.Deadline);

    private static Round.Command Close(RoundPlan plan) => new Round.Command.Close();

    /// <summary>The plan of a round that would take the command; null and why where it would not.</summary>
    private async Task<(RoundPlan? Plan, Problem WhyNot)> FindAsync(string id, Func<RoundPlan, Round.Command> command, CancellationToken cancellation)
    {
        var round = await reader.StateAsync(Stages.Rounds, id, id, cancellation);
        if (Round.PlanOf(round) is not { } plan)
            return (null, ActionDesk.Unknown);
        return Round.Decide(round, command(plan), time.GetUtcNow()) is Decision<Round.Event>.Rejected refused ? (null, Answers.ProblemOf(refused.Reason)) : (plan, ActionDesk.Unknown);
    }

    /// <summary>Null where people register at any time.</summary>
    private DeskAction? Opening => scheme.Intake == Intake.Rolling ? null : new(
        "open", "round:new", null, "Set up a round",
        [$"People register from the opening to the deadline. After that everything runs by itself. Times are local times of {scheme.TimeZone}."], Paths.OpenRound,
        [
            new("id", "A short name", "Lower-case letters, digits and hyphens, such as 2027."),
            new("opens", "Registration opens", LocalTime, Type: "datetime-local"),
            new("deadline", "Registration closes", LocalTime, Type: "datetime-local"),
            new("reviewMonths", "How long partnerships last", "", [new("6", "6 months"), new("12", "12 months")]),
        ],
        "Set the round up", Paths.Coordinator, FormState.Of(("reviewMonths", scheme.TermMonths.ToString(CultureInfo.InvariantCulture))));

    private async Task<DeskAction?> ExtensionAsync(string id, CancellationToken cancellation) =>
        (await FindAsync(id, LeaveAsItIs, cancellation)).Plan is not { } plan ? null : new DeskAction(
            "extend", "round:" + id, id, "Extend the deadline",
            [$"Registration for round {id} closes at {plan.Deadline.WordsIn(scheme.TimeZone)}. You can move that to a later time; it cannot be moved back.", "Whoever has registered is not written to. Tell people where you publish the deadline."],
            Paths.Round(id, "extend"), [new("deadline", "The new deadline", LocalTime, Type: "datetime-local")],
            "Extend the deadline", Paths.Round(id), FormState.Of(("deadline", plan.Deadline.Wall.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture))));

    private async Task<DeskAction?> RunningAsync(string id, CancellationToken cancellation) =>
        (await FindAsync(id, Close, cancellation)).Plan is not { } plan ? null : new DeskAction(
            "run", "round:" + id, id, "Run the round now",
            [$"Registration for round {id} closes at {plan.Deadline.WordsIn(scheme.TimeZone)}. After that the round runs by itself within minutes. This starts it at once, and does again nothing that is done.", "Mentees are matched and get their offers; everybody is written to."],
            Paths.Round(id, "run"), [], "Run the round now", $"{Paths.Round(id)}?{DeskVisit.Watch}=yes", FormState.Empty);

    private async Task<DeskAction?> SettlingAsync(string id, string point, CancellationToken cancellation)
    {
        if (point.Length != 32 || !point.All(char.IsAsciiHexDigitLower) || !LedgerGuard.IsPart(id) || await books.OpenAsync(id, cancellation) is not { } book)
            return null;
        var found = attention.In(book, []).FirstOrDefault(one => one.Id == point);
        return new DeskAction(
            "set-aside", "point:" + point, id, found is null ? "Set this aside" : $"Set this aside: {AttentionItems.Of(book, found).What}",
            [.. found is null ? [] : new[] { found.Words }, "If you have seen to it, it leaves the list of what needs somebody. Nothing else changes."],
            Paths.Round(id, $"settle/{point}"), [], "I have seen to it", Paths.Coordinator, FormState.Empty);
    }
}
