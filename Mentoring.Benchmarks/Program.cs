using Mentoring.Benchmarks;

var commands = new Dictionary<string, (string About, Func<string[], int> Run)>
{
    ["solve"] = ("FILE [--out OUT]: solves one matching instance, writes the matching and the prices that prove it", SolveCommand.Run),
};

if (args.Length > 0 && commands.TryGetValue(args[0], out var command)) return command.Run(args[1..]);

foreach (var (name, (about, _)) in commands) Console.WriteLine($"{name} {about}");
return args.Length == 0 ? 0 : 2;
