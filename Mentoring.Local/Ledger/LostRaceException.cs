using Mentoring.Functions.Ledger;

namespace Mentoring.Local.Ledger;

/// <summary>Undoes a change whose row had changed meanwhile.</summary>
internal sealed class LostRaceException(RowKey key) : Exception($"Row {key} had changed.")
{
    public RowKey Key => key;
}
