using System.Text.Json.Serialization;

namespace Mentoring.Core.Reviews;

/// <summary>What somebody answered, and what they allow to be done with it. The answers themselves are read through <see cref="AllowedAnswers"/> alone.</summary>
[method: JsonConstructor]
public sealed class ReviewAnswers(IReadOnlyDictionary<string, IReadOnlyList<string>> values, bool? @continue, IReadOnlyList<string> purposes)
{
    /// <summary>Question code → answers.</summary>
    [JsonInclude]
    internal IReadOnlyDictionary<string, IReadOnlyList<string>> Values { get; } = values;

    /// <summary>Final review: whether to go on; null elsewhere.</summary>
    public bool? Continue { get; } = @continue;

    /// <summary>Purposes for which the answers may be shared; empty where they may not.</summary>
    public IReadOnlyList<string> Purposes { get; } = purposes;

    /// <summary>Whether these purposes are allowed, and no others.</summary>
    public bool Allows(IReadOnlyList<string> purposes) => Purposes.Order(StringComparer.Ordinal).SequenceEqual(purposes.Order(StringComparer.Ordinal));

    /// <summary>The same answers, for these purposes from now on.</summary>
    public ReviewAnswers Allowing(IReadOnlyList<string> purposes) => new(Values, Continue, purposes);

    /// <summary>Whether both say the same.</summary>
    public bool SameAs(ReviewAnswers other) =>
        Continue == other.Continue
        && Allows(other.Purposes)
        && Values.Count == other.Values.Count
        && Values.All(value => other.Values.TryGetValue(value.Key, out var answers) && value.Value.SequenceEqual(answers));
}
