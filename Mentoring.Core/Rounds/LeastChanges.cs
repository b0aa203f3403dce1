using Mentoring.Core.Matching;

namespace Mentoring.Core.Rounds;

/// <summary>Finds the least change for each unmatched mentee of one matching from its prices: nothing is solved again for anybody.</summary>
internal sealed class LeastChanges
{
    private readonly Pool _pool;
    private readonly MatchingSolution _solution;
    private readonly HighestPrices _prices;
    private readonly Eligibility _eligibility;
    private readonly PairScore _score;
    private readonly AreaIndex _index;
    private readonly IReadOnlyList<(string Area, int[] Mentors)> _cheapest;

    public LeastChanges(MatchingRules rules, Pool pool, PlaceValues values, AreaIndex index)
    {
        (_pool, _solution, _eligibility, _score, _index) = (pool, values.Solution, rules.Eligibility(), new PairScore(rules), index);
        _prices = HighestPrices.Of(values);
        _cheapest = [.. rules.Expertise.Select(area => (area.Code, Cheapest(index.Offering(area.Code))))];
    }

    /// <param name="mentee">Position of somebody unmatched.</param>
    /// <param name="wanted">Null where there is no eligible mentor.</param>
    public LeastChange Of(int mentee, PlacesWanted.Answer? wanted)
    {
        var (areas, colleagues) = (AlsoSeeking(mentee), Colleagues(mentee));
        if (wanted is null)
            return LeastChange.None with { AlsoSeeking = areas, SameInstitutionWith = colleagues };
        var closest = Closest(mentee);
        return new LeastChange(
            [.. wanted.OneMoreWith.Select(mentor => _pool.Mentors[mentor].Id)], wanted.OnlyByLot, areas, colleagues,
            closest?.Short.Classes, closest?.Short.Points, closest is { Mentor: var mentor } ? _pool.Mentors[mentor].Id : null);
    }

    /// <summary>The mentor for whom the fewest rounds were missing, of those the one for whom the fewest points were.</summary>
    private (int Mentor, Shortfall Short)? Closest(int mentee)
    {
        (int Mentor, Shortfall Short)? closest = null;
        var problem = _solution.Problem;
        for (var pair = problem.PairStarts[mentee]; pair < problem.PairStarts[mentee + 1]; pair++)
        {
            var mentor = problem.PairMentors[pair];
            if (problem.Capacities[mentor] == 0)
                continue;
            var shortfall = _prices.ShortOf(mentee, mentor, problem.PairScores[pair], problem.IsCrossInstitution(pair));
            if (closest is not { } known || (shortfall.Classes, shortfall.Points ?? long.MaxValue).CompareTo((known.Short.Classes, known.Short.Points ?? long.MaxValue)) < 0)
                closest = (mentor, shortfall);
        }

        return closest;
    }

    private List<string> Colleagues(int mentee)
    {
        var person = _pool.Mentees[mentee];
        var colleagues = new List<string>();
        var row = _index.OfferingAny(person.Seeks, _score);
        for (var index = 0; index < row.Mentors.Length; index++)
        {
            var (mentor, points) = (row.Mentors[index], row.Points[index]);
            var other = _pool.Mentors[mentor];
            if (other.Places > 0 && _eligibility.IsOnlyOfOneInstitution(person, other)
                && _prices.ShortOf(mentee, mentor, points + _score.Focus(other), crossInstitution: false).IsNothing)
                colleagues.Add(other.Id);
        }

        return colleagues;
    }

    private List<string> AlsoSeeking(int mentee)
    {
        var person = _pool.Mentees[mentee];
        var most = _score.Most(person.Seeks.Count + 1);
        return [.. _cheapest.Where(found => !person.Seeks.Contains(found.Area)
            && WouldBeMatched(mentee, person with { Seeks = [.. person.Seeks, found.Area] }, found.Mentors, most)).Select(found => found.Area)];
    }

    /// <summary>Mentors come by price: once no score could pay it, none further is asked.</summary>
    private bool WouldBeMatched(int mentee, PoolMentee person, int[] mentors, long most)
    {
        foreach (var mentor in mentors)
        {
            var other = _pool.Mentors[mentor];
            if (!_prices.ShortOf(mentee, mentor, most, crossInstitution: true).IsNothing)
                return false;
            if (!_eligibility.KeepsApart(person, other) && _prices.ShortOf(mentee, mentor, _score.Of(person, other), person.Institution != other.Institution).IsNothing)
                return true;
        }

        return false;
    }

    private int[] Cheapest(ReadOnlySpan<int> mentors)
    {
        var open = mentors.ToArray().Where(mentor => _pool.Mentors[mentor].Places > 0).ToArray();
        Array.Sort(open, (one, other) => _prices.OfMentors[one].CompareTo(_prices.OfMentors[other]));
        return open;
    }
}
