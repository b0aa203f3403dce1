using Mentoring.Local.Hosting;
using Mentoring.Local.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Hosting;

/// <summary>A local host over the toys, in virtual time from the first of September.</summary>
internal static class ToyHost
{
    public static DateTimeOffset Start { get; } = new(2024, 9, 1, 0, 0, 0, TimeSpan.Zero);

    public static LocalHostOptions Options(string folder, ToyRecord record, params Type[] functions) => new()
    {
        DataFolder = folder,
        FunctionTypes = functions,
        Start = Start,
        Durability = Durability.Process,
        Settings = new Dictionary<string, string?> { ["DAILY"] = "0 0 3 * * *" },
        ConfigureServices = services => services.AddSingleton(record),
    };

    public static Task<LocalHost> StartAsync(string folder, ToyRecord record, params Type[] functions) => LocalHost.StartAsync(Options(folder, record, functions));
}
