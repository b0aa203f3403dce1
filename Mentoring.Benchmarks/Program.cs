using Mentoring.Benchmarks;
using Mentoring.Benchmarks.Matching;

var commands = new Dictionary<string, (string About, Func<string[], Task<int>> RunAsync)>
{
    ["year"] = ("[PEOPLE …]: a whole year in virtual time with so many people, each size in a process of its own", YearBenchmark.RunAsync),
    ["intake"] = ("[COUNT]: registrations a second over HTTP with durable commits, beside a bare endpoint that writes one row a request", IntakeBenchmark.RunAsync),
    ["pages"] = ("[PEOPLE]: bytes and milliseconds of every kind of page over HTTP, after a round of so many people has run", PagesBenchmark.RunAsync),
    ["engine"] = ("[COUNT]: orchestrations, activities and events a second, with a flush at each commit and without", EngineBenchmark.RunAsync),
    ["insight"] = ("[MENTEES]: reasons for everybody unmatched, advice, fairness, what if and why not on one matching", InsightBenchmark.RunAsync),
    ["people"] = ("[MENTEES …]: from registrations to eligible pairs with scores, each size in a process of its own", PeopleBenchmark.RunAsync),
    ["matching"] = ("[TEXT]: the matching solver beside SciPy and LEMON, where they are installed, on instances whose name contains the text", MatchingBenchmark.RunAsync),
    ["solve"] = ("FILE [--out OUT]: solves one matching instance, writes the matching and the prices that prove it", arguments => Task.FromResult(SolveCommand.Run(arguments))),
};

if (args.Length > 0 && commands.TryGetValue(args[0], out var command)) return await command.RunAsync(args[1..]);

foreach (var (name, (about, _)) in commands) Console.WriteLine($"{name} {about}");
return args.Length == 0 ? 0 : 2;
