using System.Globalization;
using Mentoring.Core.Offers;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
using Mentoring.Functions.Coordinator.Overview;
using Mentoring.Functions.Coordinator.People;
using Mentoring.Functions.Coordinator.SigningIn;
using Mentoring.Functions.Http;
using Mentoring.Pages;
using Mentoring.Pages.Coordinator;
using Mentoring.Pages.Coordinator.Rounds;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Coordinator.Rounds;

/// <summary>A round's pairs, waiting list and certificate.</summary>
public sealed class RoundPages(DeskDoor door, RoundBooks books, KeptRuns runs, Answers answers, Scheme scheme)
{
    private const int PairsAPage = 20;
    private const int PeopleAPage = 25;

    private static readonly string[] OfferStates = ["pending", "accepted", "declined", "expired", "withdrawn"];

    public Task<IResult> PairsAsync(HttpRequest request, string id, CancellationToken cancellation) => OpenAsync(request, id, async (visitor, book) =>
    {
        var chosen = request.Query["state"].ToString() is var said && OfferStates.Contains(said) ? said : "";
        var offers = book.Offers.Values.Where(offer => offer is not Offer.None && (chosen.Length == 0 || RoundMatches.StateOf(offer) == chosen))
            .OrderBy(offer => Offer.TermsOf(offer)!.MadeAt).ThenBy(offer => Offer.TermsOf(offer)!.OfferId, StringComparer.Ordinal).ToList();
        var path = Paths.Round(id, "pairs") + (chosen.Length == 0 ? "" : $"?state={chosen}");
        var list = PageOfList.At(path, request.Query["page"], offers.Count, PairsAPage);
        var across = await runs.OfAsync(book, cancellation) is { } run ? CrossInstitution.Of(run.Run.Result.Matches) : null;
        return answers.Page(new PairsModel(
            scheme, visitor.Visit, id, RoundLinks.Of(book),
            across is { Share: { } share } ? string.Create(CultureInfo.InvariantCulture, $"{across.Across} of the round’s {across.Matches} matches {(across.Across == 1 ? "is" : "are")} between different institutions ({share * 100:0}%).") : null,
            OfferStates, chosen, [.. list.Of(offers).Select(offer => PairRows.Of(book, offer, scheme))], list));
    }, cancellation);

    public Task<IResult> WaitingAsync(HttpRequest request, string id, CancellationToken cancellation) => OpenAsync(request, id, async (visitor, book) =>
    {
        var waiting = book.Waiting().ToList();
        var list = PageOfList.At(Paths.Round(id, "waiting"), request.Query["page"], waiting.Count, PeopleAPage);
        var run = await runs.OfAsync(book, cancellation);
        var unmatched = run?.Run.Result.Unmatched.ToHashSet(StringComparer.Ordinal) ?? [];
        var mayMatch = !Round.IsBeforeMatching(book.Round);
        var tried = book.Offers.Values.Select(Offer.TermsOf).OfType<OfferTerms>().Select(terms => terms.MenteeId).ToHashSet(StringComparer.Ordinal);
        return answers.Page(new WaitingModel(
            scheme, visitor.Visit, id, RoundLinks.Of(book),
            [.. list.Of(waiting).Select((person, place) => new WaitingRow(
                list.Before + place + 1, new DeskLink(book.NameOf(person.Id), Paths.Person(person.Id)), LocalInstant.At(person.History.Since, scheme.TimeZone), person.History.RoundsWaited,
                [.. (book.EntryOf(person.Id)?.Mentee?.Seeks ?? []).Select(scheme.TitleOf)], Reasons(book, run, unmatched, tried, person.Id), mayMatch ? new DeskLink("Match", $"{Paths.MatchByHand}?mentee={person.Id}") : null))],
            list));
    }, cancellation);

    public Task<IResult> CertificateAsync(HttpRequest request, string id, CancellationToken cancellation) => OpenAsync(request, id, async (visitor, book) =>
    {
        if (book.Matching is not { } record)
            return answers.Problem(request, new Problem(StatusCodes.Status404NotFound, "round-not-run", "The round has not been matched yet: that happens after its deadline."));
        var certificate = RoundCertificate.Of(id, record, await runs.SealedAsync(book, cancellation));
        return answers.Page(new CertificateModel(
            scheme, visitor.Visit, id, RoundLinks.Of(book), certificate.Verdict.Holds, certificate.Verdict.Words, LocalInstant.At(record.At, scheme.TimeZone), record.Pairs, record.Mentees, certificate.Shortage, record.Mentors, record.Places, record.TotalScore, record.Digest));
    }, cancellation);

    /// <param name="tried">Whoever has had an offer.</param>
    private static IReadOnlyList<string> Reasons(RoundBook book, KeptRun? run, HashSet<string> unmatched, HashSet<string> tried, string id) =>
        tried.Contains(id) ? ["Had an offer or a partnership, and waits for the next mentor who becomes free."]
        : unmatched.Contains(id) ? [.. run!.ReasonFor(id).ToCoordinator.Select(sentence => NamedSentences.Of(book, sentence))]
        : book.Plan is { IsRolling: true } ? ["Waits for the next mentor who becomes free, offers an area sought, and is allowed by the rules."]
        : run is null ? ["The round has not run yet."]
        : ["Was not among those whom the round matched, and waits for the next mentor who becomes free."];

    private Task<IResult> OpenAsync(HttpRequest request, string id, Func<DeskVisitor, RoundBook, Task<IResult>> show, CancellationToken cancellation) => door.ShowAsync(request, async visitor =>
        Ledger.LedgerGuard.IsPart(id) && await books.OpenAsync(id, cancellation) is { } book
            ? await show(visitor, book)
            : answers.Problem(request, new Problem(StatusCodes.Status404NotFound, "round-unknown", "There is no such round.")), cancellation);
}
