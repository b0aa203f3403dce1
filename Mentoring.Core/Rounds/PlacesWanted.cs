using Mentoring.Core.Matching;

namespace Mentoring.Core.Rounds;

/// <summary>For each unmatched mentee: with whom one more place would have brought them in, and whether they would have had to draw lots for it.</summary>
internal sealed class PlacesWanted
{
    private readonly Matching.UnmatchedReasons _reasons;
    private readonly Dictionary<int, Matching.UnmatchedReason> _known = [];
    private readonly Lazy<int[]> _claims;

    public PlacesWanted(MatchingSolution solution)
    {
        _reasons = new Matching.UnmatchedReasons(solution);
        _claims = new Lazy<int[]>(() => ClaimsOn(solution));
    }

    /// <param name="Eligible">Positions of mentors.</param>
    /// <param name="OneMoreWith">Positions of mentors: one more place with this one, and nothing else changed, and a best matching has the mentee.</param>
    /// <param name="OnlyByLot">With each of these places another unmatched mentee would have done as well.</param>
    /// <param name="DrawnByLot">As it was, an equally good matching has the mentee.</param>
    public sealed record Answer(IReadOnlyList<int> Eligible, IReadOnlyList<int> OneMoreWith, bool OnlyByLot, bool DrawnByLot);

    /// <exception cref="ArgumentException">The mentee is matched, or has no eligible mentor.</exception>
    public Answer Of(int mentee)
    {
        if (Reason(mentee) is not Matching.UnmatchedReason.AllPlacesTaken full)
            throw new ArgumentException("This mentee has no eligible mentor.", nameof(mentee));
        if (full.DrawnByLot)
            return new Answer(full.EligibleMentors, full.OneMorePlaceWith, OnlyByLot: true, DrawnByLot: true);

        // Where some places are theirs for certain, only those are told: a promise of a mere chance would water it down.
        var certain = full.OneMorePlaceWith.Where(mentor => _claims.Value[mentor] == 1).ToList();
        return certain.Count > 0
            ? new Answer(full.EligibleMentors, certain, OnlyByLot: false, DrawnByLot: false)
            : new Answer(full.EligibleMentors, full.OneMorePlaceWith, OnlyByLot: full.OneMorePlaceWith.Length > 0, DrawnByLot: false);
    }

    private Matching.UnmatchedReason Reason(int mentee) => _known.TryGetValue(mentee, out var known) ? known : _known[mentee] = _reasons.Of(mentee);

    /// <summary>How many unmatched mentees one more place with each mentor could bring in.</summary>
    private int[] ClaimsOn(MatchingSolution solution)
    {
        var claims = new int[solution.Problem.MentorCount];
        for (var mentee = 0; mentee < solution.MentorOf.Length; mentee++)
        {
            if (solution.MentorOf[mentee] != MatchingSolution.Unmatched || Reason(mentee) is not Matching.UnmatchedReason.AllPlacesTaken full)
                continue;
            foreach (var mentor in full.OneMorePlaceWith)
                claims[mentor]++;
        }

        return claims;
    }
}
