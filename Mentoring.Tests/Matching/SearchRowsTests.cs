using Mentoring.Core.Matching;
using Mentoring.Core.Matching.Solving;

namespace Mentoring.Tests.Matching;

public sealed class SearchRowsTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_row_read_to_its_end_has_every_pair_once_and_the_heaviest_first(bool rowsAreMentors)
    {
        for (var seed = 0; seed < 24; seed++)
        {
            var problem = Problem(seed);
            var sides = rowsAreMentors ? Sides.OfMentors(problem.Table) : Sides.OfMentees(problem.Table);
            var rows = OneSide.Rows<ulong, WideKeys, ObjectiveDepths>(sides, problem.Objective.Depths, new WideKeys(problem.Objective.Scale, sides.ColumnBits));
            var read = new List<(int Row, int Column, long Weight)>();
            for (var row = 0; row < sides.RowCount; row++)
            {
                var last = long.MaxValue;
                for (var position = 0; ; position++)
                {
                    if (position == rows.Ordered(row))
                    {
                        last = Math.Min(last, rows.HeaviestLeft(row));
                        if (position == rows.Order(row)) break;
                    }
                    var weight = rows.Weight(row, position);
                    Assert.True(weight <= last, $"seed {seed}: row {row} is not in order at {position}, or more was left than said");
                    read.Add((row, rows.Column(row, position), last = weight));
                }
                Assert.Equal(0, rows.HeaviestLeft(row));
            }
            Assert.Equal(Expected(problem, rowsAreMentors).Order(), read.Order());
        }
    }

    /// <summary>Long rows and short ones, with many ties and with none, with classes, crossings and mentors without a place.</summary>
    private static MatchingProblem Problem(int seed)
    {
        var random = new Random(seed);
        var builder = new MatchingProblemBuilder(random.Next(1, 300), random.Next(1, 300));
        var (highest, density) = (new[] { 0, 4, 1_000_000 }[seed % 3], new[] { 0.1, 1.0 }[seed % 2]);
        for (var mentor = 0; mentor < builder.MentorCount; mentor++)
            // Now and then just those have no place whom a sample of a row would find.
            builder.SetMentor(mentor, seed % 6 == 1 ? (mentor % 32 < 2 ? 0 : 1) : random.Next(seed % 4 == 0 ? 0 : 1, 3));
        for (var mentee = 0; mentee < builder.MenteeCount; mentee++)
        {
            builder.SetMentee(mentee, seed % 5 == 0 ? random.Next(1, 4) : 1);
            for (var mentor = 0; mentor < builder.MentorCount; mentor++)
                if (random.NextDouble() < density) builder.AddPair(mentee, mentor, random.Next(highest + 1), seed % 7 == 0 && random.Next(2) == 0);
        }
        return builder.Build();
    }

    private static IEnumerable<(int Row, int Column, long Weight)> Expected(MatchingProblem problem, bool rowsAreMentors)
    {
        for (var mentee = 0; mentee < problem.MenteeCount; mentee++)
            for (var pair = problem.PairStarts[mentee]; pair < problem.PairStarts[mentee + 1]; pair++)
            {
                var (mentor, weight) = (problem.PairMentors[pair], problem.Objective.Of(mentee, pair));
                if (problem.Capacities[mentor] > 0) yield return rowsAreMentors ? (mentor, mentee, weight) : (mentee, mentor, weight);
            }
    }
}
