using Mentoring.Core.Offers;
using Mentoring.Core.Partnerships;
using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
using Mentoring.Functions.Http;
using Mentoring.Functions.Rounds;
using Mentoring.Pages;
using Mentoring.Pages.Coordinator;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace Mentoring.Functions.Coordinator;

/// <summary>The coordinator's own pages. They show; whatever changes something goes through the API.</summary>
public sealed class CoordinatorPages(RoundBooks books, RoundViews views, Answers answers, Scheme scheme, TimeProvider time)
{
    public async Task<IResult> DashboardAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        var (rounds, points, actions) = (new List<RoundSummary>(), new List<AttentionItem>(), 0);
        var failed = await Attention.FailedClockworkAsync(client, cancellation);
        foreach (var id in await books.IdsAsync(cancellation))
        {
            var book = (await books.OpenAsync(id, cancellation))!;
            var figures = await views.FiguresAsync(book, failed, cancellation);
            rounds.Add(Summary(book, figures));
            points.AddRange(figures.NeedsAttention.Where(point => !point.ForInformation).Select(point => Item(point, id)));
            actions += figures.CoordinatorActions;
        }

        return answers.Page(new DashboardModel(scheme, LocalInstant.At(time.GetUtcNow(), scheme.TimeZone), rounds, points, actions));
    }

    public async Task<IResult> RoundAsync(HttpRequest request, string id, DurableTaskClient client, CancellationToken cancellation)
    {
        if (await books.OpenAsync(id, cancellation) is not { } book)
            return answers.Problem(request, new Problem(StatusCodes.Status404NotFound, "round-unknown", "There is no such round."));
        var figures = await views.FiguresAsync(book, await Attention.FailedClockworkAsync(client, cancellation), cancellation);
        var run = await views.RunOfAsync(book, cancellation);
        var matches = run is null ? null : RoundMatches.Of(book, run);
        return answers.Page(new RoundModel(
            scheme,
            Summary(book, figures),
            [.. (matches?.Matches ?? []).Select(match => new MatchRow(match.Mentee.Name, match.Mentor.Name, match.Score, [.. match.Reasons.Select(reason => reason.Words)], match.State, Local(match.ReplyBy)))],
            [.. (matches?.Unmatched ?? []).Select(person => new UnmatchedRow(person.Mentee.Name, "mentee", person.Reasons))],
            [.. book.Partnerships.Values.Where(one => one is not Partnership.None).Select(one => Row(book, one))],
            [.. Waiting(book, matches)],
            CertificateWords(book, run)));
    }

    private static RoundSummary Summary(RoundBook book, RoundFigures figures) => new(
        book.Id, figures.State, book.Plan?.Opens, book.Plan?.Closes, figures.Registrations, figures.Mentors, figures.Mentees, figures.Places,
        Counted(("pending", figures.Offers.Pending), ("accepted", figures.Offers.Accepted), ("declined", figures.Offers.Declined), ("expired", figures.Offers.Expired), ("withdrawn", figures.Offers.Withdrawn)),
        Counted(("agreeing", figures.Partnerships.Agreeing), ("active", figures.Partnerships.Active), ("reviewing", figures.Partnerships.Reviewing), ("ended", figures.Partnerships.Ended), ("lapsed", figures.Partnerships.Lapsed)),
        figures.Waiting);

    private static List<(string State, int Count)> Counted(params IReadOnlyList<(string State, int Count)> counts) => [.. counts.Where(count => count.Count > 0)];

    private static AttentionItem Item(AttentionPoint point, string round) => new(
        point.Code switch
        {
            "mail-failed" => "A mail could not be delivered",
            "partnership-ended" => "A partnership ended early",
            "clockwork-failed" => "A step keeps failing",
            _ => "A round is late",
        },
        point.Words,
        Paths.Round(round));

    private static PartnershipRow Row(RoundBook book, Partnership partnership)
    {
        var pair = Partnership.PairOf(partnership)!;
        (string? Next, LocalInstant? When) next = partnership switch
        {
            Partnership.Agreeing => ("both sign", null),
            Partnership.Active { Term.InterimOpened: false } active => ("interim review", active.Term.Interim),
            Partnership.Active active => ("final review", active.Term.Ends),
            Partnership.Reviewing reviewing => ("answers to the final review", reviewing.AnswerBy),
            _ => (null, null),
        };
        var state = partnership is Partnership.Ended ended ? $"ended ({ended.Ending.Reason.Code()})" : RoundExport.StateOf(partnership);
        return new PartnershipRow(book.NameOf(pair.MenteeId), book.NameOf(pair.MentorId), state, next.Next, next.When);
    }

    private IEnumerable<WaitingRow> Waiting(RoundBook book, RoundMatches? matches)
    {
        var reasons = (matches?.Unmatched ?? []).ToDictionary(person => person.Mentee.Id, person => person.Reasons, StringComparer.Ordinal);
        return book.Waiting().Select(waiting => new WaitingRow(
            book.NameOf(waiting.Id), LocalInstant.At(waiting.History.Since, scheme.TimeZone), book.EntryOf(waiting.Id)?.Mentee?.Seeks ?? [], reasons.GetValueOrDefault(waiting.Id) ?? []));
    }

    private static string? CertificateWords(RoundBook book, MatchingArchive.Run? run) =>
        book.Matching is { } record ? RoundCertificate.Of(book.Id, record, run).Verdict.Words : null;

    private LocalInstant? Local(DateTimeOffset? moment) => moment is { } found ? LocalInstant.At(found, scheme.TimeZone) : null;
}
