using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
using Mentoring.Functions.Coordinator.Registrations;
using Mentoring.Functions.Coordinator.SigningIn;
using Mentoring.Functions.Http;
using Mentoring.Pages;
using Mentoring.Pages.Coordinator;
using Mentoring.Pages.Coordinator.Rounds;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace Mentoring.Functions.Coordinator.Overview;

/// <summary>The desk's first page, and each round's. They show; whatever changes something has a page of its own that asks first.</summary>
public sealed class OverviewPages(DeskDoor door, RoundBooks books, RoundCourses courses, Attention attention, ImportBook imports, Answers answers, Scheme scheme, TimeProvider time)
{
    private const int MattersAPage = 10;
    private const int NewsAPage = 15;

    public Task<IResult> DashboardAsync(HttpRequest request, DurableTaskClient client, CancellationToken cancellation) => door.ShowAsync(request, async visitor =>
    {
        var failed = await Attention.FailedClockworkAsync(client, cancellation);
        var (rounds, points, actions, routine) = (new List<RoundSummary>(), new List<(RoundBook Book, AttentionPoint Point)>(), 0, 0);
        RoundCourse? latest = null;
        foreach (var id in await books.IdsAsync(cancellation))
        {
            var book = (await books.OpenAsync(id, cancellation))!;
            latest ??= courses.Of(book);
            rounds.Add(rounds.Count == 0 ? latest.Summary : courses.SummaryOf(book));
            points.AddRange(attention.In(book, [.. failed[id]]).Where(point => !point.ForInformation).Select(point => (book, point)));
            var done = CoordinatorActions.In(book.CoordinatorsEntries);
            (actions, routine) = (actions + done.All, routine + done.Routine);
        }

        var matters = PageOfList.At(Paths.Coordinator, request.Query["page"], points.Count, MattersAPage);
        return answers.Page(new DashboardModel(
            scheme, visitor.Visit, ToTheMinute(time.GetUtcNow()), latest, rounds, [.. matters.Of(points).Select(point => AttentionItems.Of(point.Book, point.Point))], matters, actions, routine));
    }, cancellation);

    public Task<IResult> RoundAsync(HttpRequest request, string id, DurableTaskClient client, CancellationToken cancellation) => door.ShowAsync(request, async visitor =>
    {
        if (!Ledger.LedgerGuard.IsPart(id) || await books.OpenAsync(id, cancellation) is not { } book)
            return answers.Problem(request, new Problem(StatusCodes.Status404NotFound, "round-unknown", "There is no such round."));
        var points = attention.In(book, [.. (await Attention.FailedClockworkAsync(client, cancellation))[id]]).ToLookup(point => point.ForInformation);
        var matters = PageOfList.At(Paths.Round(id), request.Query["page"], points[false].Count(), MattersAPage);
        var running = await imports.RunningAsync(id, cancellation);
        var course = courses.Of(book);
        return answers.Page(new RoundModel(
            scheme, visitor.Visit, course, RoundLinks.Of(book), [.. ActionsOf(book)],
            [.. matters.Of(points[false]).Select(point => AttentionItems.Of(book, point))], matters,
            [.. points[true].Take(NewsAPage).Select(point => AttentionItems.Of(book, point))], Math.Max(0, points[true].Count() - NewsAPage),
            [.. running.Select(import => new DeskLink($"{import.Progress.Done} of {import.Progress.All} registrations are done", Paths.Round(id, $"upload/{import.File}")))],
            Watching.Of(request, course.Done is not null)));
    }, cancellation);

    private LocalInstant ToTheMinute(DateTimeOffset now) => LocalInstant.At(now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMinute)), scheme.TimeZone);

    private IEnumerable<DeskLink> ActionsOf(RoundBook book)
    {
        if (book.Round is Round.Planned planned)
        {
            if (!planned.Plan.Deadline.HasPassed(time.GetUtcNow()))
            {
                if (!planned.Plan.IsRolling)
                    yield return new DeskLink("Extend the deadline", Paths.Round(book.Id, "extend"));
                if (planned.Plan.Opens.HasPassed(time.GetUtcNow()))
                    yield return new DeskLink("Upload registrations", Paths.Round(book.Id, "upload"));
            }
        }

        if (!Round.IsBeforeMatching(book.Round))
            yield return new DeskLink("Match two people by hand", Paths.MatchByHand);

        if (Round.Decide(book.Round, new Round.Command.Close(), time.GetUtcNow()) is Core.Decision<Round.Event>.Accepted && book.Round is not Round.Announced)
            yield return new DeskLink("Run the round now", Paths.Round(book.Id, "run"));
        yield return new DeskLink("Keep two people apart", Paths.KeepApart);
    }
}
