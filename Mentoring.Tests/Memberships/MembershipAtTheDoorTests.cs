using Mentoring.Tests.Journeys;
using System.Net;

namespace Mentoring.Tests.Memberships;

/// <summary>Whoever registers is asked about, now or as soon as the directory answers.</summary>
public sealed class MembershipAtTheDoorTests : MembershipJourney
{
    [Fact]
    [Trait("Requirement", "RE1")]
    public async Task A_lapsed_member_and_one_of_another_grade_are_refused_at_the_door_with_the_reason()
    {
        await using var journey = await StartAsync();
        Directory.With("M-1", "lapsed").With("M-2", grade: "STUDENT");

        var lapsed = await journey.SubmitAsync(Mentee("Tom Hughes", "M-1"));
        var student = await journey.SubmitAsync(Mentee("Ann Lee", "M-2"));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (lapsed.Status, student.Status));
        Assert.Contains("lapsed", lapsed.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Contains("open to GOLD", student.Json.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Empty(journey.Mails("tom.hughes@university.example"));
        journey.HasNoFaults();
    }

    [Fact]
    public async Task A_form_that_was_taken_is_taken_again_whatever_has_changed_since()
    {
        await using var journey = await StartAsync();
        Directory.IsDown = true;
        var form = Mentee("Tom Hughes", "M-1").With("submissionId", "once");
        var first = await journey.SubmitAsync(form);

        Directory.With("M-1", "lapsed").IsDown = false;

        Assert.Equal(first.ToString(), (await journey.SubmitAsync(form)).ToString());
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RE17")]
    public async Task While_theDirectory_is_down_everybody_is_taken_and_the_answer_is_followed_when_it_comes()
    {
        await using var journey = await StartAsync();
        Directory.IsDown = true;
        var (good, lapsed, stranger) = (await journey.RegisterAsync(Mentee("Tom Hughes", "M-1")), await journey.RegisterAsync(Mentee("Ann Lee", "M-2")), await journey.RegisterAsync(Mentee("Eve Moss", "M-3")));
        await journey.RegisterAsync(Mentor("Maya Okafor", "M-4", 3));
        await journey.AdvanceAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(["registration-received"], journey.Templates(lapsed));

        Directory.With("M-1").With("M-2", "lapsed").With("M-4").IsDown = false;
        await journey.CloseAsync();

        Assert.Equal(["registration-received", "registration-withdrawn"], journey.Templates(lapsed));
        Assert.Contains("They say now that your membership is not current.", Journey.WordsOf(journey.MailTo(lapsed, "registration-withdrawn")), StringComparison.Ordinal);
        Assert.Equal(["registration-received", "offer"], journey.Templates(good));
        Assert.Equal(["registration-received", "round-unmatched"], journey.Templates(stranger));
        Assert.Contains("do not know the number", Journey.WordsOf(journey.MailTo(stranger, "round-unmatched")), StringComparison.Ordinal);
        Assert.Equal(["membership-unknown", "turned-away"], await AttentionAsync(journey));
        Assert.Equal(2, journey.Mails("mentoring@planners.example", "coordinator-attention").Count);
        journey.HasNoFaults();
    }

    [Fact]
    public async Task ADirectory_that_stays_down_stops_nobody_and_its_late_no_takes_back_what_came_of_it()
    {
        await using var journey = await StartAsync();
        Directory.IsDown = true;
        var (first, second, mentor) = (await journey.RegisterAsync(Mentee("Tom Hughes", "M-1")), await journey.RegisterAsync(Mentee("Ann Lee", "M-2")), await journey.RegisterAsync(Mentor("Maya Okafor", "M-3", 1)));
        await journey.CloseAsync();
        var (offered, waiting) = journey.Templates(first).Contains("offer") ? (first, second) : (second, first);
        await journey.AcceptAsync(offered);

        Directory.With("M-1", offered == first ? "lapsed" : "current").With("M-2", offered == second ? "lapsed" : "current").With("M-3").IsDown = false;
        await journey.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Contains("registration-withdrawn", journey.Templates(offered));
        Assert.Contains("offer", journey.Templates(waiting));
        Assert.DoesNotContain("member", Journey.WordsOf(journey.MailTo(mentor, "partnership-ended")), StringComparison.OrdinalIgnoreCase);
        journey.HasNoFaults();
    }

    [Fact]
    public async Task ADirectory_that_says_no_late_gives_a_mentor_with_a_partner_of_the_round_before_the_days_of_grace()
    {
        const string Rounds = """
            [ { "id": "2024", "opens": "2024-09-04T00:00", "deadline": "2024-09-30T12:00" },
              { "id": "2025", "opens": "2024-10-02T00:00", "deadline": "2024-10-04T12:00" } ]
            """;
        await using var journey = await StartAsync(rounds: Rounds);
        Directory.With("M-1").With("M-2").With("M-3");
        var (tom, maya) = (await journey.RegisterAsync(Mentee("Tom Hughes", "M-1")), await journey.RegisterAsync(Mentor("Maya Okafor", "M-2", 2)));
        await journey.CloseAsync();
        await journey.AcceptAsync(tom);
        await journey.SignBothAsync(tom, maya);
        await journey.AdvanceToAsync(new DateTimeOffset(2024, 10, 4, 9, 0, 0, TimeSpan.Zero));
        journey.Round = "2025";
        var ann = await journey.RegisterAsync(Mentee("Ann Lee", "M-3"));
        Directory.IsDown = true;
        await journey.RegisterAsync(Mentor("Maya Okafor", "M-2", 2));
        await journey.AdvanceToAsync(new DateTimeOffset(2024, 10, 4, 11, 30, 0, TimeSpan.Zero));
        Assert.Single(journey.Mails(ann, "offer"));

        Directory.With("M-2", "lapsed").IsDown = false;
        await journey.AdvanceDaysAsync(1);

        Assert.Equal("membership-lapsed", journey.Templates(maya)[^1]);
        Assert.Empty(journey.Mails(tom, "partnership-ended"));
        await journey.AdvanceDaysAsync(32);
        Assert.Single(journey.Mails(tom, "partnership-ended"));
        journey.HasNoFaults();
    }

    [Fact]
    public async Task A_number_that_nobody_knows_is_confirmed_by_the_coordinator_and_the_person_is_matched()
    {
        await using var journey = await StartAsync();
        Directory.With("M-2");
        var mentee = await journey.RegisterAsync(Mentee("Tom Hughes", "M-1"));
        await journey.RegisterAsync(Mentor("Maya Okafor", "M-2", 1));
        await journey.CloseAsync();
        Assert.DoesNotContain("offer", journey.Templates(mentee));
        var point = Assert.Single((await journey.FiguresAsync()).GetProperty("needsAttention").EnumerateArray());

        var id = point.GetProperty("subject").GetString()!.Split(':')[1];
        Assert.Equal(HttpStatusCode.OK, (await ConfirmAsync(journey, id)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ConfirmAsync(journey, "nobody")).Status);
        await journey.AdvanceDaysAsync(1);

        Assert.Contains("offer", journey.Templates(mentee));
        Assert.Empty(await AttentionAsync(journey));
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "B13")]
    public async Task Whoever_gave_a_number_that_nobody_knows_is_told_while_they_can_mend_it_and_first_of_all_when_they_were_not_matched()
    {
        await using var journey = await StartAsync();
        Directory.With("M-1").With("M-7");
        var (mends, leaves) = (await journey.RegisterAsync(Mentee("Tom Hughes", "M-9")), await journey.RegisterAsync(Mentee("Ann Lee", "M-8")));

        foreach (var email in new[] { mends, leaves })
        {
            var mail = Journey.WordsOf(journey.MailTo(email, "registration-received"));
            Assert.Contains("Please check the number on your own page and correct it until noon on Monday 30 September 2024", mail, StringComparison.Ordinal);
            Assert.DoesNotContain("nothing for you to do", mail, StringComparison.Ordinal);
            var page = await WordsAsync(journey, journey.OwnPageOf(email));
            Assert.Contains("Please check the number and correct it below, until noon on Monday 30 September 2024", page, StringComparison.Ordinal);
            Assert.DoesNotContain("nothing for you to do", page, StringComparison.Ordinal);
        }

        var amended = Mentee("Tom Hughes", "M-1").With("submissionId", "mended");
        await journey.PostAsync(journey.OwnPageOf(mends), [.. amended.Names.SelectMany(name => amended[name].Select(value => (name, value)))]);
        Assert.DoesNotContain("membership records", Journey.WordsOf(journey.MailTo(mends, "registration-amended")), StringComparison.Ordinal);
        Assert.DoesNotContain("membership records", await WordsAsync(journey, journey.OwnPageOf(mends)), StringComparison.Ordinal);

        // Nobody offers anything: the membership comes first all the same.
        await journey.CloseAsync();
        var unmatched = Journey.WordsOf(journey.MailTo(leaves, "round-unmatched"));
        Assert.InRange(unmatched.IndexOf("Your membership has lapsed, or the membership records do not know the number", StringComparison.Ordinal), 0, unmatched.IndexOf("No mentor with a free place", StringComparison.Ordinal));
        Assert.Contains("Please write to us with the right number", unmatched, StringComparison.Ordinal);
        Assert.DoesNotContain("at once", unmatched, StringComparison.Ordinal);
        Assert.Contains("Please write to us with the right number", await WordsAsync(journey, journey.OwnPageOf(leaves)), StringComparison.Ordinal);
        Assert.DoesNotContain("membership records", Journey.WordsOf(journey.MailTo(mends, "round-unmatched")), StringComparison.Ordinal);
        journey.HasNoFaults();
    }

    [Fact]
    public async Task Everything_held_includes_what_the_records_said()
    {
        await using var journey = await StartAsync();
        Directory.With("M-1");
        var mentee = await journey.RegisterAsync(Mentee("Tom Hughes", "M-1"));

        var held = await journey.GetJsonAsync(journey.OwnPageOf(mentee) + "/data");

        Assert.Equal("in-order", held.GetProperty("registrations")[0].GetProperty("membership").GetProperty("state").GetString());
    }
}
