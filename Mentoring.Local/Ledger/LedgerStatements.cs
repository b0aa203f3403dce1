using Mentoring.Functions.Ledger;
using Mentoring.Local.Storage;

namespace Mentoring.Local.Ledger;

internal static class LedgerStatements
{
    /// <summary>Binds the three parts of a key.</summary>
    public static Statement At(this Statement statement, RowKey key) => statement.With(key.Partition).With(key.Kind).With(key.Id);
}
