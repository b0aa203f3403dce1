using Mentoring.Core.Matching;

namespace Mentoring.Core.Rounds;

/// <summary>Explains the unmatched of one matching, exactly: what one more place would have changed follows from the lowest prices, what they fell short of from the highest.</summary>
public sealed class UnmatchedReasons
{
    public const string NoMentorOffers = "no-mentor-offers";
    public const string NoEligibleMentor = "no-eligible-mentor";
    public const string AllFull = "all-full";

    private readonly MatchingRules _rules;
    private readonly Pool _pool;
    private readonly Eligibility _eligibility;
    private readonly PairScore _score;
    private readonly AreaIndex _index;
    private readonly UnmatchedWords _words;
    private readonly Dictionary<string, int> _positions;
    private readonly IReadOnlyList<int> _mentorOf;
    private readonly Lazy<PlacesWanted> _wanted;
    private readonly Lazy<LeastChanges> _changes;

    public UnmatchedReasons(RoundSolution round)
    {
        var (rules, pool, result) = (round.Rules, round.Pool, round.Result);
        (_rules, _pool, _eligibility, _score) = (rules, pool, rules.Eligibility(), new PairScore(rules));
        _index = new AreaIndex(pool.Mentors, rules.Expertise.Select(area => area.Code).Concat(pool.Mentees.SelectMany(mentee => mentee.Seeks)));
        _words = new UnmatchedWords(rules, pool, _eligibility);
        _mentorOf = result.Certificate.MentorOf;
        _positions = pool.Mentees.Select((mentee, position) => (mentee.Id, position)).ToDictionary(mentee => mentee.Id, mentee => mentee.position, StringComparer.Ordinal);
        var values = new Lazy<PlaceValues>(() => PlaceValues.Of(round.Solution));
        _wanted = new Lazy<PlacesWanted>(() => new PlacesWanted(values.Value.Solution.Problem, new Matching.UnmatchedReasons(values.Value)));
        _changes = new Lazy<LeastChanges>(() => new LeastChanges(rules, pool, values.Value, _index));
    }

    /// <param name="menteeId">One of the result's unmatched.</param>
    /// <exception cref="ArgumentException">There is no such mentee in the pool, or they are matched.</exception>
    public UnmatchedReason For(string menteeId)
    {
        if (!_positions.TryGetValue(menteeId, out var position))
            throw new ArgumentException($"Mentee {menteeId} is not in the pool.", nameof(menteeId));
        if (_mentorOf[position] != MatchingSolution.Unmatched)
            throw new ArgumentException($"Mentee {menteeId} is matched.", nameof(menteeId));

        var mentee = _pool.Mentees[position];
        var offering = Offering(mentee);
        if (offering.Count == 0)
            return Told(_words.NobodyOffers(mentee), _changes.Value.Of(position, null));
        return offering.All(mentor => _eligibility.ShutGate(mentee, mentor) is not null)
            ? Told(_words.EachBehindAGate(mentee, offering), _changes.Value.Of(position, null))
            : Full(position);
    }

    private List<PoolMentor> Offering(PoolMentee mentee)
    {
        var offering = new List<PoolMentor>();
        foreach (var position in _index.OfferingAny(mentee.Seeks, _score).Mentors)
        {
            if (_pool.Mentors[position].Person != mentee.Person)
                offering.Add(_pool.Mentors[position]);
        }

        return offering;
    }

    private UnmatchedReason Full(int position)
    {
        var answer = _wanted.Value.Of(position);
        return Told(_words.Full(answer), _changes.Value.Of(position, answer));
    }

    private UnmatchedReason Told(UnmatchedReason reason, LeastChange change) => reason with
    {
        Change = change,
        ToCoordinator = [.. reason.ToCoordinator, .. change.ToCoordinator(_rules)],
        ToApplicant = [.. reason.ToApplicant, .. change.ToApplicant(_rules)],
    };
}
