using Mentoring.Core;
using Mentoring.Core.Partnerships;
using Mentoring.Core.People;
using Mentoring.Core.Reviews;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Partnerships;

/// <summary>Reviews outside the calendar: either side may ask at any point, and a pair answers one at a time.</summary>
internal static class AskedReviews
{
    /// <summary>Asks for a review, unless the last one asked for still awaits an answer.</summary>
    public static async ValueTask<Rejection?> AskAsync(Transaction work, PairView view, CancellationToken cancellation)
    {
        var partnership = view.Pair.PartnershipId;
        var last = 0;
        if (await work.StateAsync(Stages.Partnerships, partnership, cancellation) is Partnership.Active active)
        {
            last = await LastAsync(work, partnership, active.Term.Asked, cancellation);
            if (await IsOpenAsync(work, partnership, last, cancellation))
                return null;
        }

        return await work.AskAsync(new Request.ToPartnership(partnership, new Partnership.Command.AskReview(view.Party, last + 1)), cancellation);
    }

    /// <summary>The number of the last one, also where the row was written by a version that began to count anew with each term.</summary>
    private static async ValueTask<int> LastAsync(Transaction work, string partnership, int counted, CancellationToken cancellation)
    {
        while (await work.StateAsync(Stages.Reviews, ReviewForm.IdOf(partnership, ReviewKind.Asked, counted + 1, Party.Mentee), cancellation) is not Review.None)
            counted++;
        return counted;
    }

    private static async ValueTask<bool> IsOpenAsync(Transaction work, string partnership, int number, CancellationToken cancellation)
    {
        foreach (var party in new[] { Party.Mentor, Party.Mentee })
        {
            var form = ReviewForm.IdOf(partnership, ReviewKind.Asked, number, party);
            if (await work.StateAsync(Stages.Reviews, form, cancellation) is Review.Open open && !open.Answer.IsOver(work.Now))
                return true;
        }

        return false;
    }
}
