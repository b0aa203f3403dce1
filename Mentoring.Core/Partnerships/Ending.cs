using System.Text.Json.Serialization;
using Mentoring.Core.People;

namespace Mentoring.Core.Partnerships;

/// <summary>How a partnership ended. Nobody is at fault, whatever the reason.</summary>
/// <param name="Comment">In the person's own words, for the coordinator; null where none was given.</param>
/// <param name="MentorStays">Whether the mentor goes back into the pool.</param>
/// <param name="MenteeAgain">Whether the mentee goes back on the waiting list.</param>
public sealed record Ending(EndingReason Reason, Actor By, DateTimeOffset At, string? Comment, bool MentorStays, bool MenteeAgain)
{
    /// <summary>What was written for the coordinator by whoever pressed the button when it had ended already.</summary>
    public IReadOnlyList<EndingWords> Later { get; init; } = [];

    /// <summary>Whether the coordinator should see if anybody needs help: one of the two wrote something, or had a reason that is not on the list.</summary>
    [JsonIgnore]
    public bool MayNeedHelp => By is Actor.Mentor or Actor.Mentee && (Reason == EndingReason.Other || !string.IsNullOrWhiteSpace(Comment));

    /// <summary>What one of the two wrote for the coordinator; null for nothing.</summary>
    public string? WordsOf(Party party) => (By == party.Actor() ? Comment : null) ?? Later.FirstOrDefault(words => words.By == party)?.Words;

    public Ending WithoutWordsOf(Party party) => this with { Comment = By == party.Actor() ? null : Comment, Later = [.. Later.Where(words => words.By != party)] };
}

public sealed record EndingWords(Party By, string Words, DateTimeOffset At);

public enum EndingReason
{
    ObjectivesMet,
    Circumstances,
    Capacity,
    RoleChange,
    Other,

    /// <summary>The term was over.</summary>
    Completed,
}

public static class EndingReasonCodes
{
    private static readonly Dictionary<string, EndingReason> ByCode = new(StringComparer.Ordinal)
    {
        ["objectives-met"] = EndingReason.ObjectivesMet,
        ["circumstances"] = EndingReason.Circumstances,
        ["capacity"] = EndingReason.Capacity,
        ["role-change"] = EndingReason.RoleChange,
        ["other"] = EndingReason.Other,
        ["completed"] = EndingReason.Completed,
    };

    /// <summary>The codes a person may choose from.</summary>
    public static IReadOnlyList<string> Choices { get; } = [.. ByCode.Keys.Where(code => code != "completed")];

    public static string Code(this EndingReason reason) => ByCode.First(pair => pair.Value == reason).Key;

    public static bool TryParse(string? code, out EndingReason reason)
    {
        reason = default;
        return code is not null && ByCode.TryGetValue(code, out reason) && reason != EndingReason.Completed;
    }
}
