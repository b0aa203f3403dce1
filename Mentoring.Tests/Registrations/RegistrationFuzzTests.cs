using System.Text;
using Mentoring.Core.Registrations;
using Mentoring.Tests.Schemes;

namespace Mentoring.Tests.Registrations;

/// <summary>Forms of random fields out of characters that have broken programs before: read, never thrown at anybody.</summary>
public class RegistrationFuzzTests
{
    private static readonly string[] Pieces =
    [
        "", " ", "yes", "no", "both", "mentor", "GOLD", "wellbeing", "a@b.example", "@", "a@b", "xn--", "a@xn--.example", "%00", "\0", "\r\n", "\u202E", "\uD800", "\uDFFF",
        "\u200B", "🦊", "Ł", "2147483648", "-0", "1", "<script>", "'; DROP TABLE", "{{", "../", "https://planners.example", "https://[::", "http://\u0130.example", "\uFFFF", new string('a', 300), new string('é', 5000),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(20240930)]
    public void Whatever_is_sent_gets_one_of_the_four_answers(int seed)
    {
        var random = new Random(seed);
        var seen = new HashSet<Type>();
        for (var run = 0; run < 3000; run++)
        {
            var fields = random.Next(2) == 0 ? FormFields.Empty : ValidFields.Both();
            for (var change = random.Next(1, 5); change > 0; change--)
                fields = fields.With(RegistrationFields.All[random.Next(RegistrationFields.All.Count)], [.. Enumerable.Range(0, random.Next(4)).Select(_ => Text(random))]);
            var result = RegistrationForm.Read(fields, TestScheme.Small, DateTimeOffset.UnixEpoch);
            seen.Add(result.GetType());
            if (result is FormResult.Valid { Entry: var entry })
                Assert.True(Lines(entry).All(line => line.EnumerateRunes().All(rune => !Rune.IsControl(rune))), $"seed {seed}, run {run}: a control character was kept");
            if (result is FormResult.Invalid { Errors: var errors })
                Assert.True(errors.Count > 0, $"seed {seed}, run {run}: invalid without a fault");
        }

        Assert.Equal(4, seen.Count);
    }

    private static IEnumerable<string> Lines(Entry entry) =>
        [entry.Name, entry.Email.Typed, entry.Email.Canonical, entry.Institution, entry.JobTitle, entry.MembershipNumber, entry.MembershipGrade];

    private static string Text(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 3)).Select(_ => Pieces[random.Next(Pieces.Length)]));
}
