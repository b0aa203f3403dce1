using System.Collections.Immutable;
using System.Text.Json;
using Mentoring.Core.Matching;

namespace Mentoring.Tests.Matching;

[Trait("Requirement", "B1")]
public sealed class CertificateTests
{
    [Fact]
    public void Any_single_price_altered_is_refused()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var problem = RandomProblems.Small(seed);
            var certificate = Proved.Solve(problem, 1).ToCertificate();
            foreach (var change in new[] { -1L, 1, 1000, long.MaxValue })
            {
                foreach (var prices in Altered(certificate.MenteePrices, change))
                    Refused(problem, certificate with { MenteePrices = prices }, $"seed {seed}, mentee price {change}");
                foreach (var prices in Altered(certificate.MentorPrices, change))
                    Refused(problem, certificate with { MentorPrices = prices }, $"seed {seed}, mentor price {change}");
                foreach (var weights in Altered(certificate.ClassWeights, change))
                    Refused(problem, certificate with { ClassWeights = weights }, $"seed {seed}, class weight {change}");
            }
            Refused(problem, certificate with { ScoreScale = certificate.ScoreScale + 1 }, $"seed {seed}, scale");
        }
    }

    [Fact]
    public void Any_single_pair_altered_is_refused_unless_it_is_as_good()
    {
        var refused = 0;
        for (var seed = 0; seed < 1500; seed++)
        {
            var problem = RandomProblems.Small(seed);
            var certificate = Proved.Solve(problem, 1).ToCertificate();
            var best = BruteForce.BestAims(problem)!;
            for (var mentee = 0; mentee < problem.MenteeCount; mentee++)
                for (var mentor = -1; mentor < problem.MentorCount; mentor++)
                {
                    if (mentor == certificate.MentorOf[mentee]) continue;
                    var altered = certificate.MentorOf.SetItem(mentee, mentor);
                    var holds = CertificateChecker.Check(problem, certificate with { MentorOf = altered }).Holds;
                    var asGood = IsMatching(problem, altered) && BruteForce.Aims(problem, altered.AsSpan()).AsSpan().SequenceEqual(best);
                    Assert.True(holds == asGood, $"seed {seed}, mentee {mentee} to {mentor}: accepted {holds}, as good {asGood}");
                    if (!holds) refused++;
                }
        }
        Assert.True(refused > 5000, $"{refused} refused");
    }

    [Fact]
    public void Prices_moved_from_one_to_another_are_refused_exactly_where_some_pair_is_left_uncovered()
    {
        var refused = 0;
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            // Rows of all lengths around those that are looked at together.
            var problem = WithCrossings(RandomProblems.Sparse(seed, 12, 50, 1 + (seed % 45), seed % 3 == 0 ? 0 : 40, 2, classes: 1 + (seed % 2)), random);
            var certificate = Proved.Solve(problem).ToCertificate();
            for (var move = 0; move < 40; move++)
            {
                var (from, to, change) = (random.Next(problem.MenteeCount), random.Next(problem.MenteeCount), random.Next(1, 8));
                if (from == to || certificate.MenteePrices[from] < change) continue;
                var moved = certificate with
                {
                    MenteePrices = certificate.MenteePrices.SetItem(from, certificate.MenteePrices[from] - change).SetItem(to, certificate.MenteePrices[to] + change),
                };
                var isCovered = problem.Pairs().All(pair => moved.MenteePrices[pair.Mentee] + moved.MentorPrices[pair.Mentor] >= Weight(problem, moved, pair));
                Assert.Equal((seed, isCovered), (seed, CertificateChecker.Check(problem, moved).Violated != CertificateCondition.PairsCovered));
                if (!isCovered) refused++;
            }
        }
        Assert.True(refused > 5000, $"{refused} refused");
    }

    [Fact]
    public void The_verdict_names_the_condition()
    {
        var problem = new MatchingProblemBuilder(2, 2).SetMentor(0, 1).SetMentor(1, 0).AddPair(0, 0, 5).AddPair(1, 0, 3).AddPair(1, 1, 3).Build();
        var good = Proved.Solve(problem).ToCertificate();
        CertificateCondition Violated(Certificate altered) => CertificateChecker.Check(problem, altered).Violated;

        Assert.Equal(CertificateCondition.Shape, Violated(good with { MenteePrices = good.MenteePrices.Add(0) }));
        Assert.Equal(CertificateCondition.Shape, Violated(good with { MentorPrices = default }));
        Assert.Equal(CertificateCondition.Weights, Violated(good with { ClassWeights = [good.ClassWeights[0] * 2] }));
        Assert.Equal(CertificateCondition.Weights, Violated(good with { ScoreScale = 2 }));
        Assert.Equal(CertificateCondition.EligiblePairsOnly, Violated(good with { MentorOf = [1, -1] }));
        Assert.Equal(CertificateCondition.EligiblePairsOnly, Violated(good with { MentorOf = [5, -1] }));
        Assert.Equal(CertificateCondition.Capacity, Violated(good with { MentorOf = [0, 0] }));
        Assert.Equal(CertificateCondition.PricesNotNegative, Violated(good with { MenteePrices = [-1, 0] }));
        Assert.Equal(CertificateCondition.PairsCovered, Violated(good with { MentorPrices = [0, good.MentorPrices[1]] }));
        Assert.Equal(CertificateCondition.LeastPriceWithoutPlaces, Violated(good with { MentorPrices = [good.MentorPrices[0], good.MentorPrices[1] + 1] }));
        Assert.Equal(CertificateCondition.SumsEqual, Violated(good with { MentorOf = [-1, 0] }));
        Assert.Equal(CertificateCondition.None, Violated(good));
    }

    [Fact]
    public void A_certificate_survives_storage()
    {
        var problem = RandomProblems.Sparse(3, 60, 30, 5, 9, 2, classes: 2);
        var stored = JsonSerializer.Serialize(Proved.Solve(problem, 4).ToCertificate());
        Assert.True(CertificateChecker.Check(problem, JsonSerializer.Deserialize<Certificate>(stored)!).Holds);
    }

    private static void Refused(MatchingProblem problem, Certificate certificate, string about)
        => Assert.False(CertificateChecker.Check(problem, certificate).Holds, about);

    private static IEnumerable<ImmutableArray<long>> Altered(ImmutableArray<long> prices, long change)
        => Enumerable.Range(0, prices.Length)
            .Select(index => prices.SetItem(index, change == long.MaxValue && prices[index] != change ? change : prices[index] + change));

    private static MatchingProblem WithCrossings(MatchingProblem problem, Random random)
    {
        var builder = new MatchingProblemBuilder(problem.MenteeCount, problem.MentorCount);
        for (var mentee = 0; mentee < problem.MenteeCount; mentee++) builder.SetMentee(mentee, problem.Classes[mentee]);
        for (var mentor = 0; mentor < problem.MentorCount; mentor++) builder.SetMentor(mentor, problem.Capacities[mentor]);
        foreach (var pair in problem.Pairs()) builder.AddPair(pair with { CrossInstitution = random.Next(2) == 0 });
        return builder.Build();
    }

    private static long Weight(MatchingProblem problem, Certificate certificate, EligiblePair pair)
        => certificate.ClassWeights[problem.Classes[pair.Mentee] - 1] + (certificate.ScoreScale * pair.Score) + (certificate.ScoreScale > 1 && pair.CrossInstitution ? 1 : 0);

    private static bool IsMatching(MatchingProblem problem, ImmutableArray<int> mentorOf)
    {
        var left = problem.Capacities.ToArray();
        for (var mentee = 0; mentee < mentorOf.Length; mentee++)
            if (mentorOf[mentee] >= 0 && (problem.FindPair(mentee, mentorOf[mentee]) < 0 || --left[mentorOf[mentee]] < 0)) return false;
        return true;
    }
}
