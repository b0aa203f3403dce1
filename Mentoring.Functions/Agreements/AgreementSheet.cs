using Mentoring.Core.Agreements;
using Mentoring.Core.People;
using Mentoring.Core.Time;
using Mentoring.Functions.Http;
using Mentoring.Functions.Partnerships;
using Mentoring.Pages.Agreements;

namespace Mentoring.Functions.Agreements;

/// <summary>An agreement as it stands at a moment, in the eyes of one of the two.</summary>
internal sealed record AgreementSheet(
    OpenedLink.Opened Open,
    PairView View,
    Agreement Agreement,
    AgreementTerms Terms,
    string Title,
    string Markdown,
    DateTimeOffset Now,
    string Zone)
{
    public AgreementState State => Agreement switch
    {
        Agreement.Complete => new AgreementState.Complete($"/partnerships/{Open.Token}"),
        Agreement.Lapsed lapsed => Lapsed(LocalInstant.At(lapsed.LapsedAt, Zone)),
        _ when Agreement.TimeOf(Agreement) is { } running => Running(running),
        _ => throw new InvalidOperationException("An agreement with terms is open, complete or lapsed."),
    };

    /// <summary>Oldest first. Nobody's name is shown after their data was erased.</summary>
    public IEnumerable<Signature> Signatures => new[] { Party.Mentor, Party.Mentee }
        .Where(party => (party == View.Party ? View.Me : View.Other) is not null)
        .Select(party => Agreement.SignatureOf(Agreement, party)).OfType<Signature>().OrderBy(signature => signature.At);

    public AgreementSummary Summary() => new(
        Terms.PartnershipId,
        State switch
        {
            AgreementState.Open => "open",
            AgreementState.SignedByMe => "signed",
            AgreementState.Complete => "complete",
            _ => "lapsed",
        },
        Title,
        Terms.Version,
        Markdown,
        Agreement.TimeOf(Agreement)?.Until.Instant,
        [.. Signatures.Select(signature => new SignatureSummary(signature.By.Code(), signature.Name, signature.Version, signature.At))]);

    private AgreementState Running(Countdown time)
    {
        if (time.IsOver(Now))
            return Lapsed(time.Until);
        return Agreement.SignatureOf(Agreement, View.Party) is null ? new AgreementState.Open(time.Until) : new AgreementState.SignedByMe(time.Until);
    }

    private AgreementState.Lapsed Lapsed(LocalInstant signBy) => new(signBy, LinkPath.OwnPage(Open.Token));
}

/// <param name="State"><c>open</c>, <c>signed</c> (by me alone), <c>complete</c> or <c>lapsed</c>.</param>
/// <param name="Text">Markdown.</param>
/// <param name="SignBy">Null once nothing is to be signed.</param>
internal sealed record AgreementSummary(
    string PartnershipId, string State, string Title, string Version, string Text, DateTimeOffset? SignBy, IReadOnlyList<SignatureSummary> Signatures);

/// <param name="Party"><c>mentor</c> or <c>mentee</c>.</param>
internal sealed record SignatureSummary(string Party, string Name, string Version, DateTimeOffset At);
