using Mentoring.Core.Partnerships;
using Mentoring.Pages.Forms;

namespace Mentoring.Pages.Partnerships;

/// <summary>Fields of the form that ends a partnership.</summary>
public static class EndingForm
{
    public const string Reason = "reason";
    public const string Comment = "comment";

    /// <summary>A mentor's: available for another mentee? <c>yes</c> or <c>no</c>.</summary>
    public const string Available = "available";

    /// <summary>A mentee's: another match? <c>yes</c> or <c>no</c>.</summary>
    public const string Again = "again";

    /// <summary>The reasons a person may choose from, in words that blame nobody.</summary>
    internal static IReadOnlyList<Choice> Reasons { get; } = [.. EndingReasonCodes.Choices.Select(code => new Choice(code, Words(code)))];

    private static string Words(string code) => code switch
    {
        "objectives-met" => "The objectives have been met",
        "circumstances" => "Circumstances have changed",
        "capacity" => "There is not enough time or capacity at present",
        "role-change" => "One of us has changed role",
        _ => "Another reason",
    };
}
