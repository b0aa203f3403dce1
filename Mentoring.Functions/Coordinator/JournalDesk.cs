using System.Globalization;
using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
using Mentoring.Functions.Coordinator.SigningIn;
using Mentoring.Functions.Http;
using Mentoring.Functions.Ledger;
using Mentoring.Pages;
using Mentoring.Pages.Coordinator;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Coordinator;

/// <summary>Shows the journal. Each round has its own, numbered from 1 without gaps; without a round's name, the one with the latest deadline.</summary>
public sealed class JournalDesk(RoundBooks books, ILedger ledger, DeskDoor door, Answers answers, Scheme scheme)
{
    private const int EntriesAListing = 500;

    /// <summary>A page stays small.</summary>
    private const int EntriesAPage = 120;

    /// <summary>Other rounds that a page leads to, the latest.</summary>
    private const int MostOthers = 8;

    public async Task<IResult> ListAsync(HttpRequest request, CancellationToken cancellation)
    {
        var (page, problem) = await ReadAsync(request, EntriesAListing, cancellation);
        return page is null ? new ProblemResult(problem!) : Answers.Json(new Listing(page.Round, [.. page.Entries.Select(View.Of)], page.Next));
    }

    public Task<IResult> ShowAsync(HttpRequest request, CancellationToken cancellation) => door.ShowAsync(request, async visitor =>
    {
        var (page, problem) = await ReadAsync(request, EntriesAPage, cancellation);
        if (page is null)
            return answers.Problem(request, problem!);
        var next = page.Next is { } number ? string.Create(CultureInfo.InvariantCulture, $"{Paths.Journal}?round={Uri.EscapeDataString(page.Round ?? "")}&after={number}") : null;
        var others = page.Rounds.Where(round => round != page.Round).Take(MostOthers).Select(round => new DeskLink($"Round {round}", $"{Paths.Journal}?round={Uri.EscapeDataString(round)}"));
        return answers.Page(new JournalModel(scheme, visitor.Visit, page.Round, [.. others], [.. page.Entries.Select(Row)], next));
    }, cancellation);

    private async Task<(Found? Page, Problem? Problem)> ReadAsync(HttpRequest request, int most, CancellationToken cancellation)
    {
        var after = 0L;
        if (request.Query["after"] is [{ Length: > 0 } text, ..] && !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out after))
            return (null, Problem.Malformed("after", "The parameter after must be the number of an entry, 0 or more."));
        var rounds = await books.IdsAsync(cancellation);
        var round = request.Query["round"] is [{ Length: > 0 } named, ..] ? named : rounds.Count > 0 ? rounds[0] : null;
        if (round is null)
            return (new Found(null, rounds, [], null), null);
        if (!rounds.Contains(round))
            return (null, new Problem(StatusCodes.Status404NotFound, "round-unknown", "There is no such round."));

        var entries = new List<JournalEntry>();
        await foreach (var entry in ledger.JournalAsync(round, after, cancellation))
        {
            if (entries.Count == most)
                return (new Found(round, rounds, entries, entries[^1].Number), null);
            entries.Add(entry);
        }

        return (new Found(round, rounds, entries, null), null);
    }

    private JournalRow Row(JournalEntry entry) => new(
        entry.Number, LocalInstant.At(entry.Draft.At, scheme.TimeZone), entry.Draft.Event, entry.Draft.Subject,
        string.Join(", ", entry.Draft.Facts.Select(fact => $"{fact.Key} {fact.Value}").Append($"by {entry.Draft.By}")));

    private sealed record Found(string? Round, IReadOnlyList<string> Rounds, IReadOnlyList<JournalEntry> Entries, long? Next);

    private sealed record Listing(string? RoundId, IReadOnlyList<View> Entries, long? Next);

    private sealed record View(long Number, DateTimeOffset At, string Event, string Subject, string By, IReadOnlyDictionary<string, string> Facts, string Hash)
    {
        public static View Of(JournalEntry entry) => new(
            entry.Number, entry.Draft.At, entry.Draft.Event, entry.Draft.Subject, entry.Draft.By, new OrderedDictionary<string, string>(entry.Draft.Facts), entry.Hash);
    }
}
