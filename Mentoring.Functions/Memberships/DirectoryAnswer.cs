using System.Text.Json;

namespace Mentoring.Functions.Memberships;

/// <summary>The directory's words: <c>{ "standing": "current", "grade": "GOLD" }</c>. Other properties are left alone.</summary>
internal static class DirectoryAnswer
{
    private const int LongestGrade = 60;

    /// <summary>Null for what says something else.</summary>
    public static MembershipRecord.Member? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || TextOf(root, "standing") is not { } standing || standing is not ("current" or "lapsed"))
                return null;
            var grade = TextOf(root, "grade");
            var isRight = grade is { Length: > 0 and <= LongestGrade } || !root.TryGetProperty("grade", out var value) || value.ValueKind == JsonValueKind.Null;
            return isRight ? new MembershipRecord.Member(standing == "current", grade) : null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? TextOf(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : null;
}
