using Mentoring.Core.Matching;

namespace Mentoring.Core.Rounds;

/// <summary>For each unmatched mentee: with whom one more place would have brought them in, and whether they would have had to draw lots for it.</summary>
internal sealed class PlacesWanted(MatchingProblem problem, Matching.UnmatchedReasons reasons)
{
    /// <param name="Eligible">Positions of mentors.</param>
    /// <param name="OneMoreWith">Positions of mentors: one more place with this one, and nothing else changed, and a best matching has the mentee; by lot, only eligible ones.</param>
    /// <param name="Others">By lot: of how many mentors who are not eligible the same is true, because others would move.</param>
    /// <param name="OnlyByLot">With each of these places another unmatched mentee would have done as well.</param>
    /// <param name="DrawnByLot">As it was, an equally good matching has the mentee.</param>
    public sealed record Answer(IReadOnlyList<int> Eligible, IReadOnlyList<int> OneMoreWith, int Others, bool OnlyByLot, bool DrawnByLot);

    /// <param name="mentee">Unmatched, with an eligible mentor.</param>
    public Answer Of(int mentee)
    {
        int[] eligible = [.. problem.MentorsOf(mentee)];
        var drawn = reasons.IsDrawnByLot(mentee);
        // Where some places are theirs for certain, only those are told: a promise of a mere chance would water it down.
        var certain = reasons.PlacesForNobodyElse(mentee).ToList();
        if (certain.Count > 0)
            return new Answer(eligible, certain, 0, OnlyByLot: false, DrawnByLot: drawn);
        var (among, others) = reasons.PlacesByLot(mentee);
        return new Answer(eligible, among, others, OnlyByLot: drawn || among.Length + others > 0, DrawnByLot: drawn);
    }
}
