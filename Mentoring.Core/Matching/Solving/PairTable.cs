namespace Mentoring.Core.Matching.Solving;

/// <summary>The eligible pairs as arrays, by mentee.</summary>
/// <param name="Starts">Where each mentee's pairs start, and their end.</param>
/// <param name="Mentors">The mentor of each pair; there may be room after them.</param>
/// <param name="Capacities">The places of each mentor.</param>
internal sealed record PairTable(int[] Starts, int[] Mentors, int[] Capacities)
{
    public int Count => Starts[^1];

    public int MenteeCount => Starts.Length - 1;

    public int MentorCount => Capacities.Length;
}
