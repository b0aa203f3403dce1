using Mentoring.Core.Partnerships;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Functions.Http;
using Mentoring.Functions.Shell;
using Mentoring.Pages;

namespace Mentoring.Functions.Partnerships;

/// <summary>A pair as one of the two may see it.</summary>
/// <param name="Party">The side of the person who looks.</param>
/// <param name="Me">What is left of that person's entry; null after erasure, as with <paramref name="Other"/>.</param>
public sealed record PairView(Partnership State, Pair Pair, Party Party, Entry? Me, Entry? Other)
{
    private const string ErasedName = "your partner";

    public string MyName => Me?.Name ?? "you";

    public string PartnerName => Other?.Name ?? ErasedName;

    /// <summary>With contact details while the two are introduced and together; null after erasure.</summary>
    public PersonCard? Partner => (Other, IsOver) switch
    {
        (null, _) => null,
        (_, true) => People.Card(Other),
        _ => People.Partner(Other, Party.Other()),
    };

    public bool IsOver => State is Partnership.Ended or Partnership.Lapsed;
}

/// <summary>Reads pairs for those who are in them.</summary>
public sealed class PairReader(LedgerReader reader)
{
    /// <returns>Null where there is no such partnership, or the link is of somebody who is not in it.</returns>
    public async ValueTask<PairView?> ReadAsync(OpenedLink.Opened open, string partnership, CancellationToken cancellation)
    {
        var state = await reader.StateAsync(Stages.Partnerships, open.Round, partnership, cancellation);
        if (Partnership.PairOf(state) is not { } pair || (pair.MentorId != open.Registration && pair.MenteeId != open.Registration))
            return null;
        var party = pair.MentorId == open.Registration ? Party.Mentor : Party.Mentee;
        return new PairView(state, pair, party, await EntryAsync(party), await EntryAsync(party.Other()));

        async ValueTask<Entry?> EntryAsync(Party member) =>
            People.EntryOf(await reader.StateAsync(Stages.Registrations, open.Round, pair.Member(member), cancellation));
    }
}
