using Mentoring.Core.Matching;
using Mentoring.Core.Matching.Files;

namespace Mentoring.Tests.Matching;

public sealed class FileTests
{
    [Fact]
    public void An_instance_is_read_as_it_was_written()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var problem = RandomProblems.Small(seed, 9, 9);
            var text = new StringWriter();
            InstanceFile.Write(text, problem);
            var again = InstanceFile.Read(new StringReader(text.ToString()));
            Assert.Equal(problem.Pairs().Select(pair => pair with { CrossInstitution = false }), again.Pairs());
            Assert.Equal(problem.Classes.ToArray(), again.Classes.ToArray());
            Assert.Equal(problem.Capacities.ToArray(), again.Capacities.ToArray());
        }
    }

    [Fact]
    public void Lines_may_come_in_any_order_with_comments_blanks_and_either_line_end()
    {
        var problem = InstanceFile.Read(new StringReader("c hello\r\np bmatch 2 2 2\r\n\r\ne 1 0 7\r\nm 1 0\r\n  e\t0  0 5 \r\nn 1 3\r\nm 0 2147483647"));
        Assert.Equal([new EligiblePair(0, 0, 5), new EligiblePair(1, 0, 7)], problem.Pairs());
        Assert.Equal([1, 3], problem.Classes.ToArray());
        Assert.Equal([int.MaxValue, 0], problem.Capacities.ToArray());
    }

    [Theory]
    [InlineData("", 1, "p bmatch")]
    [InlineData("c only\n", 1, "p bmatch")]
    [InlineData("e 0 0 1\n", 1, "must come before")]
    [InlineData("p match 1 1 0\n", 1, "bmatch")]
    [InlineData("p bmatch 1 1\n", 1, "number of pairs is missing")]
    [InlineData("p bmatch 1 1 2\n", 1, "number of pairs")]
    [InlineData("p bmatch -1 1 0\n", 1, "\"-1\"")]
    [InlineData("p bmatch 99999999999999999999 1 0\n", 1, "number of mentees")]
    [InlineData("p bmatch 1 1 0\np bmatch 1 1 0\n", 2, "second line p")]
    [InlineData("p bmatch 1 1 0\n", 1, "Mentor 0 has no line")]
    [InlineData("p bmatch 1 1 0\nm 0 -1\n", 2, "capacity")]
    [InlineData("p bmatch 1 1 0\nm 0 2147483648\n", 2, "capacity")]
    [InlineData("p bmatch 1 1 0\nm 1 1\n", 2, "mentor")]
    [InlineData("p bmatch 1 0 0\nm 0 1\n", 2, "there are none")]
    [InlineData("p bmatch 1 1 0\nm 0 1\nm 0 1\n", 3, "twice")]
    [InlineData("p bmatch 1 1 0\nm 0 1\nn 0 0\n", 3, "class")]
    [InlineData("p bmatch 1 1 0\nm 0 1\nn 0 2\nn 0 2\n", 4, "twice")]
    [InlineData("p bmatch 1 1 1\nm 0 1\n", 1, "1 pairs are announced and 0 are listed")]
    [InlineData("p bmatch 1 1 0\nm 0 1\ne 0 0 1\n", 3, "more pairs")]
    [InlineData("p bmatch 1 1 1\nm 0 1\n\ne 0 1 1\n", 4, "mentor")]
    [InlineData("p bmatch 1 1 1\nm 0 1\ne 1 0 1\n", 3, "mentee")]
    [InlineData("p bmatch 1 1 1\nm 0 1\ne 0 0 -1\n", 3, "score")]
    [InlineData("p bmatch 1 1 1\nm 0 1\ne 0 0 1000000001\n", 3, "score")]
    [InlineData("p bmatch 1 1 1\nm 0 1\ne 0 0 1.5\n", 3, "\"1.5\"")]
    [InlineData("p bmatch 1 1 1\nm 0 1\ne 0 0 +5\n", 3, "\"+5\"")]
    [InlineData("p bmatch 1 1 1\nm 0 1\ne 0 0 -0\n", 3, "\"-0\"")]
    [InlineData("p bmatch 1 1 1\nm 0 1\ne 0 0 5\0\n", 3, "score")]
    [InlineData("p bmatch 1 1 1\nm 0 1\ne 0 0\n", 3, "score is missing")]
    [InlineData("p bmatch 1 1 1\nm 0 1\ne 0 0 1 1\n", 3, "more on the line")]
    [InlineData("p bmatch 1 1 1\nm 0 1\nx 0 0 1\n", 3, "starts with")]
    [InlineData("p bmatch 2 2 3\nm 0 1\nm 1 1\ne 1 1 4\nc gap\ne 0 0 4\ne 1 1 4\n", 7, "twice")]
    public void A_faulty_instance_is_refused_with_the_line(string text, int line, string about)
    {
        var fault = Assert.Throws<FileFaultException>(() => InstanceFile.Read(new StringReader(text)));
        Assert.Equal(line, fault.Line);
        Assert.Contains(about, fault.Fault, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "B1")]
    public void Matching_and_prices_read_back_prove_the_matching()
    {
        var problem = InstanceFile.Read(new StringReader("p bmatch 3 2 4\nm 0 1\nm 1 0\nn 2 2\ne 0 0 3\ne 1 0 4\ne 2 0 9\ne 2 1 1\n"));
        var solution = MatchingSolver.Solve(problem);
        var (matching, prices) = (new StringWriter(), new StringWriter());
        MatchingFile.Write(matching, solution.MentorOf);
        DualsFile.Write(prices, solution.ToCertificate());
        Assert.Equal("a 1 0\n", matching.ToString());
        Assert.StartsWith("b 20 10\n", prices.ToString(), StringComparison.Ordinal);

        var mentorOf = MatchingFile.Read(new StringReader(matching.ToString()), problem);
        var certificate = DualsFile.Read(new StringReader(prices.ToString()), problem, mentorOf);
        Assert.True(CertificateChecker.Check(problem, certificate).Holds);
    }

    [Fact]
    public void Faulty_matchings_and_prices_are_refused_with_the_line()
    {
        var problem = InstanceFile.Read(new StringReader("p bmatch 2 1 0\nm 0 1\n"));
        int LineOf(string text, bool prices) => Assert.Throws<FileFaultException>(() =>
        {
            if (prices) DualsFile.Read(new StringReader(text), problem, [-1, -1]);
            else MatchingFile.Read(new StringReader(text), problem);
        }).Line;
        Assert.Equal(2, LineOf("a 0 0\na 0 0\n", prices: false));
        Assert.Equal(1, LineOf("a 2 0\n", prices: false));
        Assert.Equal(2, LineOf("c\nq\n", prices: false));
        Assert.Equal(1, LineOf("u 0 5\n", prices: true));
        Assert.Equal(3, LineOf("b 1\nu 0 5\nu 0 5\n", prices: true));
        Assert.Equal(2, LineOf("b 1\nv 0 -5\n", prices: true));
        Assert.Equal(2, LineOf("b 1\nb 1\n", prices: true));
    }

    [Fact]
    public void A_text_far_longer_than_the_buffer_is_read_whole()
    {
        var problem = RandomProblems.Sparse(1, 3000, 500, 20, 1000, 3);
        var text = new StringWriter();
        text.Write($"c {new string('x', 200_000)}\n");
        InstanceFile.Write(text, problem);
        Assert.Equal(problem.Pairs(), InstanceFile.Read(new StringReader(text.ToString())).Pairs());
    }
}
