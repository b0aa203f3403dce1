using Mentoring.Core.People;

namespace Mentoring.Core.Partnerships;

/// <summary>What becomes of both after an ending, where whoever ends it does not say. Each speaks for themselves alone.</summary>
public static class EndingWishes
{
    /// <summary>A mentor goes back into the pool, unless they say otherwise or end it for want of time.</summary>
    /// <param name="available">What the mentor said; null for nothing.</param>
    public static bool MentorStays(EndingReason reason, Party by, bool? available) =>
        by == Party.Mentee || (available ?? reason != EndingReason.Capacity);

    /// <summary>A mentee goes back on the waiting list, unless they say otherwise or the objectives are met.</summary>
    /// <param name="again">What the mentee said; null for nothing.</param>
    public static bool MenteeAgain(EndingReason reason, Party by, bool? again) =>
        (by == Party.Mentee ? again : null) ?? reason != EndingReason.ObjectivesMet;
}
