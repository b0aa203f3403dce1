using Mentoring.Functions.Settings;
using Mentoring.Local.Storage;

namespace Mentoring.Local.Commands;

/// <summary>What can be done on one machine, by the first word. Exit code 2 where it was asked for wrongly or a file can't be used; the error stream says why.</summary>
internal static class LocalCommands
{
    public const string Usage = """
        ./run.sh [--port N] [--data DIR] [--scheme FILE]
            the scheme on this machine, until Ctrl+C
        ./run.sh simulate [FILE.csv] [--mentees N --mentors N] [--seed N] [--months N] [--scheme FILE]
            a whole year in virtual time with the people of a file, or with invented ones
        ./run.sh match FILE.csv [--scheme FILE] [--what-if FILE.json] [--why-not MENTEE,MENTOR] [--out DIR]
            what the matching of a file's people would be; nothing is sent or kept
        ./run.sh verify [--data DIR]
            the journal's hash chain and every matching's certificate

        """;

    public static async Task<int> RunAsync(string[] words, TimeProvider time, CancellationToken cancellation)
    {
        try
        {
            switch (words)
            {
                case ["help"]:
                case [.., "--help" or "-h"]:
                    Console.Write(Usage);
                    return 0;
                case ["simulate", .. var rest]:
                    return await SimulateCommand.RunAsync(new CommandLine(rest), cancellation);
                case ["match", .. var rest]:
                    return await MatchCommand.RunAsync(new CommandLine(rest), cancellation);
                case ["verify", .. var rest]:
                    return await VerifyCommand.RunAsync(new CommandLine(rest), time, cancellation);
                case [var unknown, ..] when !unknown.StartsWith("--", StringComparison.Ordinal):
                    throw new CommandLineException($"There is no command '{unknown}'. There are:\n{Usage}");
                default:
                    return await ServeCommand.RunAsync(new CommandLine(words), time, cancellation);
            }
        }
        catch (Exception refused) when (refused is CommandLineException or SettingMissingException or InvalidDataException or DatabaseRefusedException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 2;
        }
    }
}
