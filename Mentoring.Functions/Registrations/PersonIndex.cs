using System.Text.Json.Serialization;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Registrations;

/// <summary>The one registration of a person in a round, however they spell their address.</summary>
public sealed record PersonIndex(string Registration)
{
    public const string Kind = "person";

    [JsonIgnore]
    public string Json => LedgerJson.Write(this);

    /// <param name="person">See <see cref="Core.People.EmailAddress.Person"/>.</param>
    public static RowKey Key(string round, string person) => new(round, Kind, $"{round}.{person}");
}
