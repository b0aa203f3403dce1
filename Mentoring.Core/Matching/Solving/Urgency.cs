namespace Mentoring.Core.Matching.Solving;

/// <summary>The class in which places run out. Whoever is more urgent nearly always gets a place, whoever is less seldom does.</summary>
internal static class Urgency
{
    /// <summary>
    /// The classes of the mentees, none more urgent than the one in which places run out: as long as it is open who of them gets which
    /// place, urgency would only make all mentors bid for the same few, whose weight is beyond all scores.
    /// </summary>
    public static int[] LevelledAtScarcity(int[] classes, PairTable pairs)
    {
        var places = 0L;
        foreach (var capacity in pairs.Capacities) places += capacity;
        var seeking = new int[classes.Max() + 1];
        for (var mentee = 0; mentee < classes.Length; mentee++)
            if (pairs.Starts[mentee + 1] > pairs.Starts[mentee]) seeking[classes[mentee]]++;
        var scarce = 1;
        while (scarce + 1 < seeking.Length && seeking[scarce] <= places) places -= seeking[scarce++];
        return Array.ConvertAll(classes, each => Math.Max(each, scarce));
    }
}
