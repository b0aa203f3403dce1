using Mentoring.Core;
using Mentoring.Core.Partnerships;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Reviews;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Shell;
using Mentoring.Tests.Registrations;

namespace Mentoring.Tests.Partnerships;

public class PartnershipDeskTests
{
    [Fact]
    public async Task The_page_shows_the_partner_and_how_to_reach_them()
    {
        using var rig = await PairRig.SignedAsync();
        var page = await rig.GetAsync("partnerships", Party.Mentee);
        Assert.Equal(200, page.Status);
        Assert.Contains("Maya Okafor", page.Body, StringComparison.Ordinal);
        Assert.Contains("maya.okafor@university.example", page.Body, StringComparison.Ordinal);
        Assert.Contains("\"state\":\"active\"", (await rig.GetAsync("partnerships", Party.Mentor, json: true)).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_both_have_signed_it_leads_to_the_agreement()
    {
        using var rig = await PairRig.IntroducedAsync();
        Assert.Contains($"/agreements/{rig.Token(Party.Mentor)}", (await rig.GetAsync("partnerships", Party.Mentor)).Body, StringComparison.Ordinal);
        Assert.Equal(409, (await rig.PostAsync("partnerships/review", Party.Mentor)).Status);
        Assert.Equal(409, (await rig.GetAsync("partnerships/calendar.ics", Party.Mentor)).Status);
    }

    [Fact]
    public async Task What_a_mentor_wants_as_a_mentee_is_not_for_their_own_mentee()
    {
        using var rig = await PairRig.SignedAsync(ValidFields.Both("Priya Nair").With("objectives", "Leave planning for good."));
        Assert.DoesNotContain("Leave planning", (await rig.GetAsync("partnerships", Party.Mentee)).Body, StringComparison.Ordinal);
        Assert.Contains("Decide on my next step", (await rig.GetAsync("partnerships", Party.Mentor)).Body, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "RF4")]
    [Trait("Requirement", "RF8")]
    public async Task Either_ends_it_with_one_button_and_a_second_click_is_the_same_answer()
    {
        using var rig = await PairRig.SignedAsync();
        foreach (var party in new[] { Party.Mentor, Party.Mentor, Party.Mentee })
            Assert.Equal(303, (await rig.PostAsync("partnerships/end", party, ("reason", "capacity"), ("comment", "A new baby, a new job; both at once."))).Status);

        var ended = Assert.IsType<Partnership.Ended>(await State(rig));
        Assert.Equal((EndingReason.Capacity, Actor.Mentor, false, true), (ended.Ending.Reason, ended.Ending.By, ended.Ending.MentorStays, ended.Ending.MenteeAgain));
        Assert.Equal("A new baby, a new job; both at once.", ended.Ending.Comment);
        var page = await rig.GetAsync("partnerships", Party.Mentee);
        Assert.Equal(200, page.Status);
        Assert.DoesNotContain("university.example", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("baby", page.Body, StringComparison.Ordinal);
        Assert.Equal(410, (await rig.GetAsync("partnerships/calendar.ics", Party.Mentee)).Status);
        Assert.Equal(409, (await rig.PostAsync("partnerships/review", Party.Mentee)).Status);
    }

    [Fact]
    public async Task A_faulty_ending_ends_nothing_and_loses_nothing()
    {
        using var rig = await PairRig.SignedAsync();
        var page = await rig.PostAsync("partnerships/end", Party.Mentee, ("reason", "boredom"), ("comment", "Typed with care"), ("again", "maybe"));
        Assert.Equal(422, page.Status);
        Assert.Contains("Typed with care", page.Body, StringComparison.Ordinal);
        Assert.Contains("href=\"#again\"", page.Body, StringComparison.Ordinal);
        var json = await rig.PostAsync("partnerships/end", rig.Token(Party.Mentee), json: true, ("comment", new string('a', 2001)));
        Assert.Equal(422, json.Status);
        Assert.Contains("\"comment\":[", json.Body, StringComparison.Ordinal);
        Assert.IsType<Partnership.Active>(await State(rig));
    }

    [Fact]
    [Trait("Requirement", "RF10")]
    public async Task One_asked_review_is_open_at_a_time()
    {
        using var rig = await PairRig.SignedAsync();
        foreach (var party in new[] { Party.Mentee, Party.Mentee, Party.Mentor })
            Assert.Equal(303, (await rig.PostAsync("partnerships/review", party)).Status);
        Assert.Equal(1, Assert.IsType<Partnership.Active>(await State(rig)).Term.Asked);
        Assert.IsType<Review.Open>(await rig.Reader.StateAsync(Stages.Reviews, PairRig.Round, "p-1.asked.1.mentor", default));
        Assert.Contains($"/reviews/{rig.Token(Party.Mentor)}", (await rig.GetAsync("partnerships", Party.Mentor)).Body, StringComparison.Ordinal);

        rig.Time.Now = Sample.Day(60);
        Assert.Equal(303, (await rig.PostAsync("partnerships/review", Party.Mentor)).Status);
        Assert.Equal(2, Assert.IsType<Partnership.Active>(await State(rig)).Term.Asked);
    }

    [Fact]
    [Trait("Requirement", "RF10")]
    public async Task In_a_row_that_began_to_count_anew_the_next_review_asked_for_has_a_number_of_its_own()
    {
        using var rig = await PairRig.SignedAsync();
        await rig.PostAsync("partnerships/review", Party.Mentee);
        var row = (await rig.Ledger.ReadAsync(new RowKey(PairRig.Round, Stages.Partnerships.Kind, "p-1"), default))!;
        var active = Assert.IsType<Partnership.Active>(Stages.Partnerships.Of(row));
        var anew = Stages.Partnerships.Write(active with { Term = active.Term with { Asked = 0 } });
        Assert.IsType<CommitOutcome.Committed>(await rig.Ledger.CommitAsync(new LedgerChange(PairRig.Round, "anew", [new RowWrite.Replace(row.Key, anew, row.Version, row.DueAt)], []), default));

        await rig.PostAsync("partnerships/review", Party.Mentor);
        Assert.Equal(0, Assert.IsType<Partnership.Active>(await State(rig)).Term.Asked);

        rig.Time.Now = Sample.Day(60);
        await rig.PostAsync("partnerships/review", Party.Mentor);
        Assert.Equal(2, Assert.IsType<Partnership.Active>(await State(rig)).Term.Asked);
        Assert.IsType<Review.Unanswered>(await rig.Reader.StateAsync(Stages.Reviews, PairRig.Round, "p-1.asked.1.mentee", default));
        Assert.IsType<Review.Open>(await rig.Reader.StateAsync(Stages.Reviews, PairRig.Round, "p-1.asked.2.mentee", default));
    }

    [Fact]
    public async Task After_erasure_nothing_of_the_partner_is_left_on_the_page()
    {
        using var rig = await PairRig.SignedAsync();
        await rig.AskAsync(new Request.ToRegistration("mentor", new Registration.Command.Erase()), Actor.Participant);
        foreach (var json in new[] { false, true })
        {
            var page = await rig.GetAsync("partnerships", rig.Token(Party.Mentee), json);
            Assert.Equal(200, page.Status);
            Assert.DoesNotContain("Okafor", page.Body, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task The_calendar_is_a_valid_file_and_the_same_each_time()
    {
        using var rig = await PairRig.SignedAsync(ValidFields.Mentor("Zoë; Ångström, of the very long and entirely unabbreviated name of old", "zoe@university.example"));
        var reply = await rig.GetAsync("partnerships/calendar.ics", Party.Mentee);
        Assert.Equal(200, reply.Status);
        Assert.StartsWith("text/calendar", reply.Headers.ContentType.ToString(), StringComparison.Ordinal);
        rig.Time.Now = Sample.Day(30);
        Assert.Equal(reply.Body, (await rig.GetAsync("partnerships/calendar.ics", Party.Mentee)).Body);

        Assert.EndsWith("END:VCALENDAR\r\n", reply.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", reply.Body.Replace("\r\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(reply.Body.Split("\r\n"), line => Assert.True(System.Text.Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.DoesNotContain('\uFFFD', reply.Body);

        var lines = reply.Body.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
        Assert.Equal(13, lines.Count(line => line == "BEGIN:VEVENT"));
        Assert.Equal(13, lines.Where(line => line.StartsWith("UID:", StringComparison.Ordinal)).Distinct().Count());
        Assert.Contains("DTSTART;VALUE=DATE:20250402", lines);
        Assert.Contains("DTSTART;VALUE=DATE:20251002", lines);
        Assert.All(lines.Where(line => line.StartsWith("DTSTAMP", StringComparison.Ordinal)), line => Assert.Equal("DTSTAMP:20241002T090000Z", line));
        Assert.Contains("SUMMARY:Mentoring: is your next meeting with Zoë\\; Ångström\\, of the very long and entirely unabbreviated name of old arranged?", lines);
        Assert.DoesNotContain(rig.Token(Party.Mentee), reply.Body, StringComparison.Ordinal);
    }

    private static async Task<Partnership> State(PairRig rig) => await rig.Reader.StateAsync(Stages.Partnerships, PairRig.Round, "p-1", default);
}
