using Mentoring.Core.Agreements;
using Mentoring.Core.Offers;
using Mentoring.Core.Partnerships;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Pages;

namespace Mentoring.Functions.Coordinator;

/// <summary>Settings that were changed while a round lives and that it cannot follow: whoever changed them must know.</summary>
/// <remarks>Each goes by itself once the settings and the round agree.</remarks>
internal static class ChangedSettings
{
    private const string Left =
        "The settings say that people register until a deadline. This round has none, and takes nobody new any more. Whoever waits in it comes along into the next round; until then they are matched with whoever becomes free here.";

    public static IEnumerable<AttentionPoint> In(Scheme scheme, RoundBook book, DateTimeOffset now)
    {
        if (book.Plan is { } plan)
        {
            if (IsLeft(plan, scheme))
                yield return new AttentionPoint("settings-changed", Left, plan.Opens.Instant, $"round:{book.Id}", true);
            else if (WordsOf(plan, scheme.Rounds.FirstOrDefault(round => round.Id == book.Id), scheme, book, now) is { } words)
                yield return new AttentionPoint("settings-changed", words, plan.Opens.Instant, $"round:{book.Id}", false);
        }

        foreach (var point in TextsOf(scheme, book))
            yield return point;
    }

    private static bool IsLeft(RoundPlan plan, Scheme scheme) => plan.IsRolling && scheme.Intake == Intake.Window;

    private static string? WordsOf(RoundPlan plan, RoundSettings? written, Scheme scheme, RoundBook book, DateTimeOffset now) => (written, book.Round) switch
    {
        (not null, not Round.Planned) when !written.Deadline.HasPassed(now) =>
            "The settings give this round dates to come. It has run, so no round opens by them: give the new round an id of its own in the settings.",
        (not null, Round.Planned) when Differs(written, plan, scheme, book, now) =>
            $"The settings give this round other dates, or another length, than it was set up with. {Stands(plan, scheme)} Write that into the settings; a later deadline can be set on the round’s page.",
        (null, Round.Planned) when !plan.Deadline.HasPassed(now) && !WasDoneHere(book, "round.created") =>
            $"The settings name this round no more. It runs all the same. {Stands(plan, scheme)} Write it into the settings again.",
        _ => null,
    };

    /// <summary>An opening that is past either way makes no difference, and a deadline that the coordinator extended is later on purpose.</summary>
    private static bool Differs(RoundSettings written, RoundPlan plan, Scheme scheme, RoundBook book, DateTimeOffset now) =>
        (written.Opens.Instant != plan.Opens.Instant && !(written.Opens.HasPassed(now) && plan.Opens.HasPassed(now)))
        || written.Deadline.Instant > plan.Deadline.Instant
        || (written.Deadline.Instant < plan.Deadline.Instant && !WasDoneHere(book, "round.extended"))
        || (written.ReviewMonths ?? scheme.TermMonths) != plan.TermMonths;

    private static bool WasDoneHere(RoundBook book, string happened) => book.CoordinatorsEntries.Any(entry => entry.Draft.Event == happened);

    private static string Stands(RoundPlan plan, Scheme scheme) =>
        $"What stands: registration opens at {plan.Opens.WordsIn(scheme.TimeZone)}{(plan.Closes is { } closes ? $" and closes at {closes.WordsIn(scheme.TimeZone)}" : " and never closes")}, and partnerships last {Amount.Months(plan.TermMonths)}.";

    /// <summary>A pair signs the text that was in force when they were introduced. Where it is gone they cannot.</summary>
    private static IEnumerable<AttentionPoint> TextsOf(Scheme scheme, RoundBook book) =>
        from partnership in book.Partnerships
        where partnership.Value is Partnership.Agreeing
        let terms = Agreement.TermsOf(book.Agreements.GetValueOrDefault(partnership.Key) ?? new Agreement.None())
        where terms is not null && scheme.AgreementOf(terms.Version) is null
        group book.Offers.GetValueOrDefault(Partnership.PairOf(partnership.Value)!.OfferId) as Offer.Accepted by terms.Version into pairs
        select new AttentionPoint(
            "agreement-text-missing",
            $"{Amount.Of(pairs.Count(), "pair")} cannot sign: version {pairs.Key} of the agreement, with which they were introduced, is in the settings no more. Put it back beside the new one, as a document of a code such as agreement-earlier with that version.",
            pairs.Min(offer => offer?.AcceptedAt) ?? book.Plan?.Opens.Instant ?? DateTimeOffset.UnixEpoch, $"round:{book.Id}", false);
}
