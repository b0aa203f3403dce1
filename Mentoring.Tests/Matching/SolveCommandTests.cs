using Mentoring.Benchmarks;
using Mentoring.Core.Matching;
using Mentoring.Core.Matching.Files;

namespace Mentoring.Tests.Matching;

public sealed class SolveCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("matching-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    [Trait("Requirement", "B1")]
    public void It_writes_a_matching_and_the_prices_that_prove_it()
    {
        var problem = RandomProblems.Sparse(8, 200, 80, 6, 50, 3, classes: 3);
        Assert.Equal(0, SolveCommand.Run([Instance(writer => InstanceFile.Write(writer, problem)), "--out", Path.Combine(folder, "answer")]));

        using var matching = File.OpenText(Path.Combine(folder, "answer.matching"));
        using var prices = File.OpenText(Path.Combine(folder, "answer.duals"));
        var certificate = DualsFile.Read(prices, problem, MatchingFile.Read(matching, problem));
        var verdict = CertificateChecker.Check(problem, certificate);
        Assert.True(verdict.Holds, verdict.Words);
    }

    [Fact]
    public void A_faulty_file_or_command_line_ends_with_2_and_writes_nothing()
    {
        var faulty = Instance(writer => writer.Write("p bmatch 1 1 1\nm 0 1\ne 0 0 -4\n"));
        Assert.Equal(2, SolveCommand.Run([faulty, "--out", Path.Combine(folder, "answer")]));
        Assert.Equal(2, SolveCommand.Run([Path.Combine(folder, "missing.txt")]));
        Assert.Equal(2, SolveCommand.Run([]));
        Assert.Equal(2, SolveCommand.Run([faulty, "--out"]));
        Assert.Equal([faulty], Directory.GetFiles(folder));
    }

    [Fact]
    public void The_result_is_never_written_over_the_instance()
    {
        const string Text = "p bmatch 1 1 1\nm 0 1\ne 0 0 4\n";
        var instance = Path.Combine(folder, "round.matching");
        File.WriteAllText(instance, Text);

        Assert.Equal(2, SolveCommand.Run([instance, "--out", Path.Combine(folder, ".", "round")]));
        Assert.Equal(Text, File.ReadAllText(instance));
        Assert.Equal([instance], Directory.GetFiles(folder));
    }

    [Theory]
    [InlineData("answer.duals")]
    [InlineData("answer.duals.part")]
    public void A_result_that_cannot_be_written_whole_leaves_what_was_there(string inTheWay)
    {
        var instance = Instance(writer => writer.Write("p bmatch 1 1 1\nm 0 1\ne 0 0 4\n"));
        var before = Path.Combine(folder, "answer.matching");
        File.WriteAllText(before, "c of another instance\n");
        Directory.CreateDirectory(Path.Combine(folder, inTheWay));

        Assert.Equal(2, SolveCommand.Run([instance, "--out", Path.Combine(folder, "answer")]));
        Assert.Equal("c of another instance\n", File.ReadAllText(before));
        Assert.Equal([before, instance], Directory.GetFiles(folder).Order(StringComparer.Ordinal));
    }

    private string Instance(Action<TextWriter> write)
    {
        var path = Path.Combine(folder, "instance.txt");
        using var writer = File.CreateText(path);
        write(writer);
        return path;
    }
}
