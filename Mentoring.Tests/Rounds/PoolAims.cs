using Mentoring.Core.Rounds;

namespace Mentoring.Tests.Rounds;

/// <summary>What a matching of people achieves, aim by aim, counted from the people alone: for comparing one matching with another.</summary>
internal static class PoolAims
{
    /// <summary>Mentees matched by rounds waited, longest first; total score; pairs from different institutions.</summary>
    /// <param name="longest">The most rounds waited that are told apart.</param>
    public static long[] Of(Pool pool, RoundResult result, int longest = 4)
    {
        var aims = new long[longest + 3];
        var mentees = pool.Mentees.ToDictionary(mentee => mentee.Id);
        foreach (var match in result.Matches)
        {
            aims[longest - mentees[match.MenteeId].RoundsWaited]++;
            aims[longest + 1] += match.Score;
            aims[longest + 2] += match.CrossInstitution ? 1 : 0;
        }

        return aims;
    }

    /// <summary>Whether every best matching has the mentee: only then is the best with them better than the best without.</summary>
    public static bool IsMatchedForCertain(MatchingRules rules, Pool pool, string mentee)
    {
        var without = pool with { Mentees = [.. pool.Mentees.Where(other => other.Id != mentee)] };
        return !Of(pool, new RoundMatching(rules).Run(pool, "x")).SequenceEqual(Of(without, new RoundMatching(rules).Run(without, "x")));
    }

    public static Pool With(Pool pool, string mentee, Func<PoolMentee, PoolMentee> change) =>
        Pool.Of(pool.Mentees.Select(other => other.Id == mentee ? change(other) : other), pool.Mentors);
}
