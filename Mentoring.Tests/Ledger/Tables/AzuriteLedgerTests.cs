#if !AZURE_SURFACE
using System.Globalization;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Ledger.Tables;

namespace Mentoring.Tests.Ledger.Tables;

/// <summary>The ledger's contract on Azurite, wherever the packages are restored.</summary>
public sealed class AzuriteLedgerTests(Azurite azurite) : LedgerContract, IClassFixture<Azurite>
{
    private static int tables;

    protected override async ValueTask<ILedger> OpenAsync()
    {
        var table = azurite.Service.GetTableClient(string.Create(CultureInfo.InvariantCulture, $"ledger{Interlocked.Increment(ref tables)}"));
        await table.CreateIfNotExistsAsync();
        return new TablesLedger(table, TablesPatience.Of(TimeProvider.System));
    }
}
#endif
