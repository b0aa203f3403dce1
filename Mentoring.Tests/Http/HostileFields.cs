namespace Mentoring.Tests.Http;

/// <summary>Values that no field may keep, by what the field is for.</summary>
internal static class HostileFields
{
    /// <summary>Control characters, characters that turn the text round or are none, and more than there is room for.</summary>
    public static readonly string[] Anywhere = ["before\0after", "bell\a", "escape\u001b[2J", "turned \u202Eround", "before\ufffeafter", new('x', 20_000)];

    /// <summary>A line more, which in a mail's head would be a header.</summary>
    public static readonly string[] InALine = ["Ann\r\nBcc: victim@example.org", "Ann\nSubject: hello", "Ann\u2028next", "Ann\u0085next"];

    public static readonly string[] InAnAddress = ["a@b.example, c@d.example", "<a@b.example>", "a@b.example\r\nBcc: c@d.example", "a@@b.example", "@", "a b@c.example", "javascript:alert(1)"];

    public static readonly string[] InACode = ["no-such-code", "<script>alert(1)</script>", "YES", "yes yes", "1e3", "-1", "999999999999999999999"];

    public static IEnumerable<string> All => [.. Anywhere, .. InALine, .. InAnAddress, .. InACode];
}
