using System.Globalization;
using CsvHelper;
using Mentoring.Core.Offers;
using Mentoring.Core.Partnerships;

namespace Mentoring.Functions.Coordinator;

/// <summary>A round's pairs and waiting list as a CSV file: UTF-8 with a byte order mark, for spreadsheets. No cell begins as a formula does.</summary>
/// <remarks>Offers that were not accepted are left out: a file is passed on more easily than a page, and nobody is to learn of them.</remarks>
public static class RoundExport
{
    private static readonly string[] Headers =
    [
        "kind", "state", "menteeId", "mentee", "menteeEmail", "menteeInstitution", "mentorId", "mentor", "mentorEmail", "mentorInstitution", "score", "since", "seeks",
    ];

    public static byte[] Of(RoundBook book)
    {
        using var file = new MemoryStream();
        var options = new CsvWriterOptions { Separator = ',', Injection = CsvInjection.Escape, WriteByteOrderMark = true };
        using (var csv = CsvWriter.Create(file, options, leaveOpen: true))
        {
            csv.WriteRecord(Headers);
            foreach (var row in Pairs(book).Concat(Waiting(book)))
                csv.WriteRecord(row);
        }

        return file.ToArray();
    }

    private static IEnumerable<string[]> Pairs(RoundBook book) =>
        from partnership in book.Partnerships.Values
        let pair = Partnership.PairOf(partnership)
        where pair is not null
        let terms = Offer.TermsOf(book.Offers.GetValueOrDefault(pair.OfferId) ?? new Offer.None())
        select (string[])
        [
            "pair", StateOf(partnership), .. Person(book, pair.MenteeId), .. Person(book, pair.MentorId),
            terms?.Score.ToString(CultureInfo.InvariantCulture) ?? "", terms is null ? "" : Instant(terms.MadeAt), "",
        ];

    private static IEnumerable<string[]> Waiting(RoundBook book) =>
        from waiting in book.Waiting()
        let seeks = book.EntryOf(waiting.Id)?.Mentee?.Seeks ?? []
        select (string[])["waiting", "waiting", .. Person(book, waiting.Id), "", "", "", "", "", Instant(waiting.History.Since), string.Join(';', seeks)];

    public static string StateOf(Partnership partnership) => partnership switch
    {
        Partnership.Agreeing => "agreeing",
        Partnership.Active => "active",
        Partnership.Reviewing => "reviewing",
        Partnership.Ended => "ended",
        _ => "lapsed",
    };

    private static string[] Person(RoundBook book, string id) =>
        book.EntryOf(id) is { } entry ? [id, entry.Name, entry.Email.Typed, entry.Institution] : [id, "(erased)", "", ""];

    private static string Instant(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
