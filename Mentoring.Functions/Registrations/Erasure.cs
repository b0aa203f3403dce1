using Mentoring.Core;
using Mentoring.Core.Agreements;
using Mentoring.Core.Offers;
using Mentoring.Core.Partnerships;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Reviews;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Partnerships;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Registrations;

/// <summary>Takes a person's words and names out of every row of a round, and leaves a tombstone. The journal, which never held them, stays as it is.</summary>
/// <remarks>Cut off anywhere and asked again, it goes on: the registration itself goes last, with what leads to it.</remarks>
public sealed class Erasure(SchemeShell shell, ILedger ledger, Leaving leaving)
{
    /// <summary>As many partnerships, or offers, as fit one transaction beside the registration.</summary>
    private const int AtOnce = 2;

    /// <param name="person">See <see cref="EmailAddress.Person"/>.</param>
    /// <param name="records">What came of the registration in its round.</param>
    public async Task EraseAsync(Station station, string person, HeldRecords records, Actor by, IWaker waker, CancellationToken cancellation)
    {
        await leaving.LightenAsync(station, waker, cancellation);
        // Reviews can be asked for at any time, so there may be more of them than fit.
        foreach (var reviews in records.Reviews.Chunk(20))
            await shell.CarryOutAsync(station.Round, by, waker, work => AskAllAsync(work, reviews.Select(Words), cancellation), cancellation);
        foreach (var offers in records.Notes.Chunk(20))
            await shell.CarryOutAsync(station.Round, by, waker, work => AskAllAsync(work, offers.Select(offer => new Request.ToOffer(offer, new Offer.Command.Forget(Party.Mentor))), cancellation), cancellation);
        var settled = records.Partnerships.Where(held => held.Partnership is Partnership.Ended or Partnership.Lapsed).SkipLast(AtOnce).ToList();
        foreach (var (id, party, _, _) in settled)
            await shell.CarryOutAsync(station.Round, by, waker, async work => await AskAllAsync(work, await WordsAsync(work, id, party, cancellation), cancellation), cancellation);
        foreach (var offers in records.Offers.SkipLast(AtOnce).Chunk(20))
            await shell.CarryOutAsync(station.Round, by, waker, work => AskAllAsync(work, offers.Select(Words), cancellation), cancellation);

        var left = records with { Partnerships = [.. records.Partnerships.Except(settled)], Offers = [.. records.Offers.TakeLast(AtOnce)] };
        await shell.CarryOutAsync(station.Round, by, waker, async work =>
        {
            if (await work.AskAsync(new Request.ToRegistration(station.Id, new Registration.Command.Erase()), cancellation) is { } refusal)
                return refusal;
            if (await AskAllAsync(work, await WordsAsync(work, left, cancellation), cancellation) is { } refused)
                return refused;
            if (await ledger.ReadAsync(PersonIndex.Key(station.Round, person), cancellation) is { } index)
                work.Write(new RowWrite.Delete(index.Key, index.Version));
            return null;
        }, cancellation);
    }

    private static async Task<IReadOnlyList<Request>> WordsAsync(Transaction work, HeldRecords records, CancellationToken cancellation)
    {
        var requests = records.Offers.Select(Words).ToList();
        foreach (var (id, party, _, _) in records.Partnerships)
            requests.AddRange(await WordsAsync(work, id, party, cancellation));
        return requests;
    }

    /// <summary>What the person wrote or signed in a partnership, with the review that its ending has just opened.</summary>
    private static async Task<IReadOnlyList<Request>> WordsAsync(Transaction work, string partnership, Party party, CancellationToken cancellation)
    {
        var reviews = new List<string>();
        foreach (var form in PartnershipReviews.Of(await work.StateAsync(Stages.Partnerships, partnership, cancellation)))
        {
            if (Review.FormOf(await work.StateAsync(Stages.Reviews, form, cancellation))?.Party == party)
                reviews.Add(form);
        }

        return
        [
            new Request.ToAgreement(partnership, new Agreement.Command.Forget(party)),
            new Request.ToPartnership(partnership, new Partnership.Command.Forget(party)),
            .. reviews.Select(form => new Request.ToReview(form, new Review.Command.Forget())),
        ];
    }

    private static Request Words((string Id, Review Review) held) => new Request.ToReview(held.Id, new Review.Command.Forget());

    private static Request Words((string Id, Offer Offer) held) => new Request.ToOffer(held.Id, new Offer.Command.Forget(Party.Mentee));

    private static async ValueTask<Rejection?> AskAllAsync(Transaction work, IEnumerable<Request> requests, CancellationToken cancellation)
    {
        foreach (var request in requests)
        {
            if (await work.AskAsync(request, cancellation) is { } refusal)
                return refusal;
        }

        return null;
    }
}
