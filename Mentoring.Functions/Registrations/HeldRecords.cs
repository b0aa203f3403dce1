using Mentoring.Core.Agreements;
using Mentoring.Core.Offers;
using Mentoring.Core.Partnerships;
using Mentoring.Core.People;
using Mentoring.Core.Reviews;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Registrations;

/// <summary>What came of a registration in its round.</summary>
/// <param name="Offers">Made to the person as mentee. Those in which they are the mentor are the mentee's affair.</param>
/// <param name="Partnerships">With the side that the person is on.</param>
/// <param name="Reviews">Forms that the person was asked to fill in.</param>
/// <param name="Notes">Offers in which they are the mentor and the coordinator wrote something: that goes with them too, and is shown to nobody here.</param>
public sealed record HeldRecords(
    IReadOnlyList<(string Id, Offer Offer)> Offers,
    IReadOnlyList<(string Id, Party Party, Partnership Partnership, Agreement Agreement)> Partnerships,
    IReadOnlyList<(string Id, Review Review)> Reviews,
    IReadOnlyList<string> Notes)
{
    private static readonly HeldRecords None = new([], [], [], []);
    private static readonly Party[] Sides = [Party.Mentee, Party.Mentor];

    public static async Task<HeldRecords> ReadAsync(LedgerReader reader, string round, string registration, CancellationToken cancellation)
    {
        var (offers, notes) = (new List<(string, Offer)>(), new List<string>());
        await foreach (var (key, offer) in reader.AllAsync(Stages.Offers, round, cancellation))
        {
            if (Offer.TermsOf(offer)?.MenteeId == registration)
                offers.Add((key.Id, offer));
            else if (Offer.TermsOf(offer)?.MentorId == registration && Offer.HasWordsOf(offer, Party.Mentor))
                notes.Add(key.Id);
        }

        var partnerships = new List<(string, Party, Partnership, Agreement)>();
        await foreach (var (key, partnership) in reader.AllAsync(Stages.Partnerships, round, cancellation))
        {
            if (Partnership.PairOf(partnership) is { } pair && (pair.MenteeId == registration || pair.MentorId == registration))
                partnerships.Add((key.Id, pair.MentorId == registration ? Party.Mentor : Party.Mentee, partnership, await reader.StateAsync(Stages.Agreements, round, key.Id, cancellation)));
        }

        var reviews = new List<(string, Review)>();
        await foreach (var (key, review) in reader.AllAsync(Stages.Reviews, round, cancellation))
        {
            if (Review.FormOf(review)?.ParticipantId == registration)
                reviews.Add((key.Id, review));
        }

        return new HeldRecords(offers, partnerships, reviews, notes);
    }

    /// <summary>The same for everybody in a round, by registration, in one pass over its rows.</summary>
    public static async Task<ILookup<string, HeldRecords>> OfRoundAsync(LedgerReader reader, string round, CancellationToken cancellation)
    {
        var found = new List<(string Registration, HeldRecords Records)>();
        await foreach (var (key, offer) in reader.AllAsync(Stages.Offers, round, cancellation))
        {
            if (Offer.TermsOf(offer) is not { } terms)
                continue;
            found.Add((terms.MenteeId, None with { Offers = [(key.Id, offer)] }));
            if (Offer.HasWordsOf(offer, Party.Mentor))
                found.Add((terms.MentorId, None with { Notes = [key.Id] }));
        }

        var agreements = await reader.AllAsync(Stages.Agreements, round, cancellation).ToDictionaryAsync(agreement => agreement.Key.Id, agreement => agreement.State, StringComparer.Ordinal, cancellation);
        await foreach (var (key, partnership) in reader.AllAsync(Stages.Partnerships, round, cancellation))
        {
            if (Partnership.PairOf(partnership) is { } pair && agreements.TryGetValue(key.Id, out var agreement))
                found.AddRange(Sides.Select(party => (pair.Member(party), None with { Partnerships = [(key.Id, party, partnership, agreement)] })));
        }

        await foreach (var (key, review) in reader.AllAsync(Stages.Reviews, round, cancellation))
        {
            if (Review.FormOf(review) is { } form)
                found.Add((form.ParticipantId, None with { Reviews = [(key.Id, review)] }));
        }

        return found.ToLookup(one => one.Registration, one => one.Records, StringComparer.Ordinal);
    }

    /// <summary>All of them as one.</summary>
    public static HeldRecords Of(IEnumerable<HeldRecords> parts) => parts.Aggregate(
        None, (all, part) => new HeldRecords([.. all.Offers, .. part.Offers], [.. all.Partnerships, .. part.Partnerships], [.. all.Reviews, .. part.Reviews], [.. all.Notes, .. part.Notes]));

    /// <summary>All registrations of a person, in whichever round.</summary>
    /// <param name="person">See <see cref="EmailAddress.Person"/>.</param>
    public static async Task<IReadOnlyList<Address>> RegistrationsAsync(ILedger ledger, LedgerReader reader, string person, CancellationToken cancellation)
    {
        var found = new List<Address>();
        foreach (var round in await ledger.PartitionsAsync(cancellation))
        {
            if (await reader.RowAsync<PersonIndex>(PersonIndex.Key(round, person), cancellation) is { } index)
                found.Add(new Address(round, index.Registration));
        }

        return found;
    }
}
