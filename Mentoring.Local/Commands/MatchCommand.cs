using Mentoring.Core.Matching;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Functions.Registrations;
using Mentoring.Functions.Rounds;
using Mentoring.Functions.Settings;
using Mentoring.Local.Progress;

namespace Mentoring.Local.Commands;

/// <summary><c>match FILE.csv</c>: what the matching would be, where mentors are missing, how groups fare; and what if, and why not. Nothing is sent or kept.</summary>
internal static class MatchCommand
{
    private const string Seed = "what-if";

    public static async Task<int> RunAsync(CommandLine line, CancellationToken cancellation)
    {
        var schemeFile = line.Text("--scheme", RepositoryFiles.PlannersScheme);
        var output = line.OptionalText("--out");
        var (whatIf, whyNot) = (line.OptionalText("--what-if"), line.OptionalText("--why-not"));
        line.RefuseTheRest(allowed: 1);
        if (line.Rest is not [var file])
            throw new CommandLineException($"match needs a file:\n{LocalCommands.Usage}");

        var scheme = SchemeFile.Read(schemeFile);
        await using var stream = File.OpenRead(file);
        var (rows, faults) = RegistrationFile.Read(stream, scheme, DateTimeOffset.UnixEpoch);
        foreach (var fault in faults)
            await Console.Error.WriteLineAsync($"{file}: {fault}");
        if (faults.Count > 0)
            return 2;

        var people = rows.ToDictionary(row => row.Form.Entry.Email.Person, row => row.Form.Entry);
        var pool = PoolOf(people.Values);
        var report = new MatchReport(people);
        var (round, verdict) = await TerminalProgress.ShowAsync(TerminalProgress.Here, progress => Task.FromResult(Match(pool, scheme, people, report, new Steps(progress))));
        if (whyNot is not null)
            report.WhyNot(Answer(whyNot, round));
        if (whatIf is not null && await WhatIfAsync(whatIf, round, report, cancellation) is false)
            return 2;
        Console.Write(report);
        if (output is not null)
            await WriteAsync(output, report.ToString(), MatchingArchive.TextOf(new MatchingArchive.Run(round.Pool, round.Rules, Seed, round.Result)), cancellation);
        return verdict.Holds ? 0 : 1;
    }

    private static (RoundSolution Round, CertificateVerdict Verdict) Match(Pool pool, Scheme scheme, Dictionary<string, Entry> people, MatchReport report, Steps steps)
    {
        var round = steps.Take("matching", () => RoundSolution.Of(MatchingRules.Of(scheme), pool, Seed));
        var result = round.Result;
        var verdict = steps.Take("checking the proof", () => CertificateChecker.Check(round.Problem, result.Certificate));
        steps.Take("naming the pairs", () => report.Matches(round));
        report.Totals(RoundTotals.Of(pool, result), verdict, HallWitness.OfAll(round.Solution));
        steps.Take("where mentors are missing", () => report.Recruitment(RecruitmentAdvice.For(round, scheme.CapacityLimit)));
        steps.Take("how groups fare", () => report.Fairness(FairnessReport.Of(pool, result, FairnessReport.FirstBreach(round), (id, _) => new MenteeFacts(people[id].Institution, people[id].MembershipGrade, Accepted: null))));
        return (round, verdict);
    }

    private static PairAnswer Answer(string asked, RoundSolution round)
    {
        var people = new NamedPeople(round.Pool);
        if (asked.Split(',', StringSplitOptions.TrimEntries) is not [var mentee, var mentor])
            throw new CommandLineException($"--why-not takes the email addresses of a mentee and a mentor with a comma between them, not '{asked}'.");
        return new PairQuestions(round).Why(
            (people.Mentee(mentee) ?? throw new CommandLineException($"--why-not: no mentee of the file has the address '{mentee}'.")).Id,
            (people.Mentor(mentor) ?? throw new CommandLineException($"--why-not: no mentor of the file has the address '{mentor}'.")).Id);
    }

    /// <summary>False where the file is wrong; its faults are printed.</summary>
    private static async Task<bool> WhatIfAsync(string file, RoundSolution round, MatchReport report, CancellationToken cancellation)
    {
        var (whatIf, faults) = WhatIfReader.Read(await File.ReadAllTextAsync(file, cancellation), round.Pool, round.Rules);
        foreach (var fault in faults)
            await Console.Error.WriteLineAsync($"{file}: {fault}");
        if (whatIf is null)
            return false;
        report.WhatIf(whatIf.Against(round, Seed));
        return true;
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

    private static async Task WriteAsync(string folder, string report, string run, CancellationToken cancellation)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "matching.txt"), report, cancellation);
        await File.WriteAllTextAsync(Path.Combine(folder, "matching.json"), run, cancellation);
        Console.WriteLine($"written to {folder}");
    }
}
