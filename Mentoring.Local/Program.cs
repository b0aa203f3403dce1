using Mentoring.Local.Commands;
using Mentoring.Local.Storage;

using var stopping = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stopping.Cancel();
};

try
{
    return args switch
    {
        ["simulate", .. var rest] => await SimulateCommand.RunAsync(new CommandLine(rest), stopping.Token),
        ["match", .. var rest] => await MatchCommand.RunAsync(new CommandLine(rest), stopping.Token),
        ["verify", .. var rest] => await VerifyCommand.RunAsync(new CommandLine(rest), TimeProvider.System, stopping.Token),
        _ => await ServeCommand.RunAsync(new CommandLine(args), TimeProvider.System, stopping.Token),
    };
}
catch (Exception refused) when (refused is CommandLineException or InvalidDataException or DatabaseRefusedException or IOException)
{
    await Console.Error.WriteLineAsync(refused.Message);
    return 2;
}
catch (OperationCanceledException) when (stopping.IsCancellationRequested)
{
    return 130;
}
