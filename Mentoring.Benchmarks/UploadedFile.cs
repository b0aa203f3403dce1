using System.Text;
using Mentoring.Core.Registrations;
using Mentoring.Functions.Coordinator.Registrations;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Settings;
using Mentoring.Functions.Shell;
using Mentoring.Local.Commands;
using Mentoring.Local.Hosting;
using Mentoring.Local.Simulation;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Benchmarks;

/// <summary>A file as a coordinator uploads it, of 5,000 rows with 50 faults.</summary>
internal static class UploadedFile
{
    private const int Rows = 5_000;
    private const int Faults = 50;
    private const int Seed = 2;

    /// <returns>Id of a file that waits for the coordinator's word.</returns>
    public static Task<string> KeepAsync(LocalHost host, string round) =>
        host.Services.GetRequiredService<StagedFiles>().KeepAsync(round, Encoding.UTF8.GetBytes(Csv()), CancellationToken.None);

    /// <returns>Id of a file of which half is imported.</returns>
    public static async Task<string> HalfWayAsync(LocalHost host, string round)
    {
        var progress = new ImportProgress((Rows - Faults) / 2, Rows - Faults, [], 0, host.Clock.GetUtcNow(), null);
        await host.Ledger.CommitAsync(new LedgerChange(round, "half-way", [new RowWrite.Insert(ImportProgress.Key(round, "half-way"), LedgerJson.Write(progress))], []), CancellationToken.None);
        return "half-way";
    }

    private static string Csv()
    {
        var people = SimulatedPeople.Invent(SchemeFile.Read(RepositoryFiles.PlannersScheme), Rows * 6 / 10, Rows * 4 / 10, Seed).ToList();
        var columns = people.SelectMany(person => person.Names).Distinct().ToList();
        var lines = people.Select((person, number) => string.Join(',', columns.Select(column => Cell(person, column, isFaulty: number < Faults && column == RegistrationFields.Email))));
        return string.Join('\n', lines.Prepend(string.Join(',', columns)));
    }

    private static string Cell(FormFields person, string column, bool isFaulty) =>
        isFaulty ? "nowhere" : $"\"{string.Join(';', person[column]).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
