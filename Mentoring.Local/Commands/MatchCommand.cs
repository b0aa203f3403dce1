using System.Globalization;
using System.Text;
using Mentoring.Core.Matching;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Functions.Registrations;
using Mentoring.Functions.Rounds;
using Mentoring.Functions.Settings;

namespace Mentoring.Local.Commands;

/// <summary><c>match FILE.csv</c>: what the matching would be. Nothing is sent or kept.</summary>
internal static class MatchCommand
{
    private const string Seed = "what-if";

    public static async Task<int> RunAsync(CommandLine line, CancellationToken cancellation)
    {
        var schemeFile = line.Text("--scheme", RepositoryFiles.PlannersScheme);
        var output = line.OptionalText("--out");
        line.RefuseTheRest(allowed: 1);
        if (line.Rest is not [var file])
            throw new CommandLineException("match needs a file: ./run.sh match FILE.csv [--scheme FILE] [--out DIR]");

        var scheme = SchemeFile.Read(schemeFile);
        await using var stream = File.OpenRead(file);
        var (rows, faults) = RegistrationFile.Read(stream, scheme, DateTimeOffset.UnixEpoch);
        foreach (var fault in faults)
            await Console.Error.WriteLineAsync($"{file}: {fault}");
        if (faults.Count > 0)
            return 2;

        var people = rows.ToDictionary(row => row.Form.Entry.Email.Person, row => row.Form.Entry);
        var pool = PoolOf(people.Values);
        var run = MatchingArchive.Run.Of(pool, MatchingRules.Of(scheme), Seed);
        var result = run.Result;
        var verdict = CertificateChecker.Check(new RoundMatching(run.Rules).ProblemOf(pool), result.Certificate);
        var report = ReportOf(scheme, pool, result, people, verdict);
        Console.Write(report);
        if (output is not null)
            await WriteAsync(output, report, MatchingArchive.TextOf(run), cancellation);
        return verdict.Holds ? 0 : 1;
    }

    /// <summary>People of a file have no ids yet; who they are stands in for them.</summary>
    private static Pool PoolOf(IEnumerable<Entry> people)
    {
        var active = people.Select(entry => new Registration.Active(entry.Email.Person, entry, DateTimeOffset.UnixEpoch, 1)).ToList();
        return Pool.Of(
            active.Where(person => person.Entry.Mentee is not null).Select(person => Functions.Rounds.PoolOf.Mentee(
                person.Person, person, new WaitingHistory(DateTimeOffset.UnixEpoch, 0, [], StaysForNextRound: false))),
            active.Where(person => person.Entry.Mentor is not null).Select(person => Functions.Rounds.PoolOf.Mentor(person.Person, person, person.Entry.Mentor!.Capacity)));
    }

    private static string ReportOf(Scheme scheme, Pool pool, RoundResult result, Dictionary<string, Entry> people, CertificateVerdict verdict)
    {
        var text = new StringBuilder();
        foreach (var match in result.Matches)
        {
            text.Append(CultureInfo.InvariantCulture, $"{people[match.MenteeId].Name} → {people[match.MentorId].Name}: {match.Score} points\n");
            foreach (var part in match.Reasons)
                text.Append(CultureInfo.InvariantCulture, $"    {part.Points,5}  {part.Words}\n");
        }

        var reasons = new Core.Rounds.UnmatchedReasons(scheme, pool, result);
        foreach (var mentee in result.Unmatched)
            text.Append(CultureInfo.InvariantCulture, $"{people[mentee].Name}: not matched. {string.Join(' ', reasons.For(mentee).ToCoordinator.Select(sentence => Named(sentence, people)))}\n");

        var cross = result.Matches.Count == 0 ? 0 : result.Matches.Count(match => match.CrossInstitution) / (double)result.Matches.Count;
        text.Append(CultureInfo.InvariantCulture, $"{result.Matches.Count} of {pool.Mentees.Count} mentees matched, {cross:P0} between different institutions, {result.Matches.Sum(match => match.Score)} points\n");
        text.Append(CultureInfo.InvariantCulture, $"certificate: {verdict.Words}\n");
        return text.ToString();
    }

    private static string Named(string sentence, Dictionary<string, Entry> people) =>
        people.Aggregate(sentence, (text, person) => text.Replace(person.Key, person.Value.Name, StringComparison.Ordinal));

    private static async Task WriteAsync(string folder, string report, string run, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "matching.txt"), report, cancellation);
        await File.WriteAllTextAsync(Path.Combine(folder, "matching.json"), run, cancellation);
        Console.WriteLine($"written to {folder}");
    }
}
