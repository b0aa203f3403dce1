using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Registrations;

/// <summary>A form that was taken under an id of its own, so that sending it again changes nothing.</summary>
/// <param name="Registration">Id of the registration that it made or amended.</param>
/// <param name="Content">Hash of what it said.</param>
public sealed record Submission(string Registration, string Content)
{
    public const string Kind = "submission";

    [JsonIgnore]
    public string Json => LedgerJson.Write(this);

    public static RowKey Key(string round, string submissionId) =>
        new(round, Kind, $"{round}.{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(submissionId)))}");
}
