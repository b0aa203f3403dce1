using Mentoring.Core.People;

namespace Mentoring.Tests.People;

public class CleanTextTests
{
    [Theory]
    [InlineData("  Zoë O’Connor-Łukasz ", "Zoë O’Connor-Łukasz")]
    [InlineData("نازنین\u200Cرضا", "نازنین\u200Cرضا")]
    [InlineData("Ada 🦊", "Ada 🦊")]
    [InlineData("<script>alert(1)</script>", "<script>alert(1)</script>")]
    public void A_line_keeps_what_people_write(string typed, string kept) =>
        Assert.Equal(new CleanText.Fine(kept), CleanText.Line(typed, 120));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t\r\n")]
    [InlineData("\u00A0\u2003")]
    [InlineData("\u200B\uFEFF")]
    public void What_cannot_be_seen_is_blank(string? typed)
    {
        Assert.IsType<CleanText.Blank>(CleanText.Line(typed, 10));
        Assert.IsType<CleanText.Blank>(CleanText.Paragraphs(typed, 10));
    }

    [Theory]
    [InlineData("Ann\r\nBcc: all@example.org", "one line")]
    [InlineData("Ann\nB", "one line")]
    [InlineData("Ann\u2028B", "one line")]
    [InlineData("Ann\u0085B", "one line")]
    [InlineData("Ann\0B", "control characters")]
    [InlineData("Ann\tB", "control characters")]
    [InlineData("Ann\u001bB", "control characters")]
    [InlineData("Ann\u009fB", "control characters")]
    [InlineData("Ann\u202EB", "direction")]
    [InlineData("Ann\u2066B", "direction")]
    [InlineData("Ann\uFFFFB", "damaged")]
    public void A_line_refuses_breaks_control_characters_and_turned_writing(string typed, string reason) =>
        Assert.Contains(reason, Assert.IsType<CleanText.Refused>(CleanText.Line(typed, 120)).Reason, StringComparison.Ordinal);

    [Fact]
    public void Half_a_character_is_refused_wherever_it_stands()
    {
        foreach (var typed in new[] { "Ann\uD83E", "\uDD8AAnn", "A\uD83Enn", "\uD83E\uD83E\uDD8A" })
            Assert.Contains("damaged", Assert.IsType<CleanText.Refused>(CleanText.Paragraphs(typed, 120)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Paragraphs_keep_their_lines_and_every_kind_of_break_becomes_one() =>
        Assert.Equal(new CleanText.Fine("One\nTwo\n\nThree\tFour"), CleanText.Paragraphs("\r\nOne\r\nTwo\r\rThree\tFour\n", 40));

    [Theory]
    [InlineData(120, true)]
    [InlineData(121, false)]
    public void Length_is_allowed_to_the_last_character(int length, bool fine) =>
        Assert.Equal(fine, CleanText.Line(new string('a', length), 120) is CleanText.Fine);

    [Fact]
    public void A_text_that_is_too_long_is_told_both_lengths() =>
        Assert.Equal(new CleanText.Refused("must be at most 3 characters; it has 4"), CleanText.Line("abcd", 3));

    [Fact]
    public void A_line_break_counts_as_one_character_as_in_browsers() =>
        Assert.IsType<CleanText.Fine>(CleanText.Paragraphs("a\r\nb", 3));
}
