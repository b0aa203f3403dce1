using Mentoring.Functions.Ledger;

namespace Mentoring.Functions.Schemes;

/// <summary>Something that the scheme does otherwise because of what its evaluation showed. Published, so it names nobody.</summary>
/// <param name="What">What was changed.</param>
/// <param name="Because">What had shown that it should be.</param>
public sealed record SchemeChange(string What, string Because, DateTimeOffset At)
{
    public const string Kind = "scheme-change";

    /// <summary>Beside the rounds; no round is called so.</summary>
    public const string Partition = "-scheme";

    public static RowKey Key(string id) => new(Partition, Kind, id);
}
