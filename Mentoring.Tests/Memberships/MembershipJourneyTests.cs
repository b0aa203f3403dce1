using System.Net;
using System.Text.Json.Nodes;
using Mentoring.Core.Registrations;
using Mentoring.Functions.Memberships;
using Mentoring.Functions.Shell;
using Mentoring.Tests.Journeys;
using Mentoring.Tests.Pages;
using Mentoring.Tests.Schemes;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mentoring.Tests.Memberships;

/// <summary>Memberships on the local host in virtual time, asked for over HTTP with all policies, with no network at the end.</summary>
public sealed class MembershipJourneyTests : IDisposable
{
    private static readonly DirectoryPatience Patience = new(
        TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), Retries: 0, TimeSpan.FromMilliseconds(1), FailuresToBreak: int.MaxValue, TimeSpan.FromHours(1));

    private readonly FakeDirectory _directory = new();

    public void Dispose() => _directory.Dispose();

    [Fact]
    [Trait("Requirement", "RE1")]
    public async Task A_lapsed_member_and_one_of_another_grade_are_refused_at_the_door_with_the_reason()
    {
        await using var journey = await StartAsync();
        _directory.With("M-1", "lapsed").With("M-2", grade: "STUDENT");

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
        _directory.IsDown = true;
        var form = Mentee("Tom Hughes", "M-1").With("submissionId", "once");
        var first = await journey.SubmitAsync(form);

        _directory.With("M-1", "lapsed").IsDown = false;

        Assert.Equal(first.ToString(), (await journey.SubmitAsync(form)).ToString());
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RE17")]
    public async Task While_the_directory_is_down_everybody_is_taken_and_the_answer_is_followed_when_it_comes()
    {
        await using var journey = await StartAsync();
        _directory.IsDown = true;
        var (good, lapsed, stranger) = (await journey.RegisterAsync(Mentee("Tom Hughes", "M-1")), await journey.RegisterAsync(Mentee("Ann Lee", "M-2")), await journey.RegisterAsync(Mentee("Eve Moss", "M-3")));
        await journey.RegisterAsync(Mentor("Maya Okafor", "M-4", 3));
        await journey.AdvanceAsync(TimeSpan.FromMinutes(10));
        Assert.Equal(["registration-received"], journey.Templates(lapsed));

        _directory.With("M-1").With("M-2", "lapsed").With("M-4").IsDown = false;
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
    public async Task A_directory_that_stays_down_stops_nobody_and_its_late_no_takes_back_what_came_of_it()
    {
        await using var journey = await StartAsync();
        _directory.IsDown = true;
        var (first, second, mentor) = (await journey.RegisterAsync(Mentee("Tom Hughes", "M-1")), await journey.RegisterAsync(Mentee("Ann Lee", "M-2")), await journey.RegisterAsync(Mentor("Maya Okafor", "M-3", 1)));
        await journey.CloseAsync();
        var (offered, waiting) = journey.Templates(first).Contains("offer") ? (first, second) : (second, first);
        await journey.AcceptAsync(offered);

        _directory.With("M-1", offered == first ? "lapsed" : "current").With("M-2", offered == second ? "lapsed" : "current").With("M-3").IsDown = false;
        await journey.AdvanceAsync(TimeSpan.FromHours(2));

        Assert.Contains("registration-withdrawn", journey.Templates(offered));
        Assert.Contains("offer", journey.Templates(waiting));
        Assert.DoesNotContain("member", Journey.WordsOf(journey.MailTo(mentor, "partnership-ended")), StringComparison.OrdinalIgnoreCase);
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "B11")]
    [Trait("Requirement", "RE17")]
    public async Task A_lapse_during_a_partnership_is_noticed_within_a_month_told_to_that_person_alone_and_forgotten_once_renewed()
    {
        await using var journey = await StartAsync();
        var (mentee, mentor) = await PairAsync(journey);
        var (hers, his) = (journey.Templates(mentor), journey.Templates(mentee));

        _directory.With("M-1", "lapsed");
        await journey.AdvanceDaysAsync(32);
        Assert.Equal([.. his, "membership-lapsed"], journey.Templates(mentee));
        Assert.Contains("the partnership ends, without blame", Journey.WordsOf(journey.MailTo(mentee, "membership-lapsed")), StringComparison.Ordinal);
        Assert.Equal(["membership-lapsed"], await AttentionAsync(journey));
        foreach (var page in (string[])[journey.OwnPageOf(mentee), journey.PartnershipOf(mentee)])
        {
            var words = await WordsAsync(journey, page);
            Assert.All(["seems to have lapsed", "Please renew it by", "the partnership ends, without blame"], said => Assert.Contains(said, words, StringComparison.Ordinal));
        }

        foreach (var page in (string[])[journey.OwnPageOf(mentor), journey.PartnershipOf(mentor)])
            Assert.DoesNotContain("seems to have lapsed", await WordsAsync(journey, page), StringComparison.Ordinal);

        await journey.AdvanceDaysAsync(20);
        _directory.With("M-1");
        await journey.AdvanceDaysAsync(60);

        Assert.Equal([.. his, "membership-lapsed"], journey.Templates(mentee));
        Assert.Equal(hers, journey.Templates(mentor));
        Assert.Equal("active", (await journey.PartnershipAsync(mentee)).GetProperty("state").GetString());
        Assert.Empty(await AttentionAsync(journey));
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "B11")]
    [Trait("Requirement", "RV11")]
    public async Task A_mentees_membership_not_renewed_in_time_frees_the_mentors_place_for_whoever_waits_and_the_mentor_is_not_told_why()
    {
        await using var journey = await StartAsync();
        _directory.With("M-5");
        var waits = await journey.RegisterAsync(Mentee("Ann Lee", "M-5"));
        var (mentee, mentor) = await PairAsync(journey, mentee: "Tom Hughes");
        var (ended, other) = journey.Templates(mentee).Contains("agreement-complete") ? (mentee, waits) : (waits, mentee);

        _directory.With(ended == mentee ? "M-1" : "M-5", "lapsed");
        await journey.AdvanceDaysAsync(32);
        Assert.DoesNotContain("partnership-ended", journey.Templates(ended));
        await journey.AdvanceDaysAsync(32);

        Assert.Contains("partnership-ended", journey.Templates(ended));
        Assert.DoesNotContain("member", Journey.WordsOf(journey.MailTo(mentor, "partnership-ended")), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("available for another mentee", Journey.WordsOf(journey.MailTo(mentor, "partnership-ended")), StringComparison.Ordinal);
        Assert.Contains("offer", journey.Templates(other));
        Assert.Contains("mentee-finished", await journey.StandingsAsync(ended));
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "B11")]
    public async Task A_mentors_membership_not_renewed_in_time_puts_the_mentee_back_on_the_waiting_list_and_gives_the_mentor_nobody_new()
    {
        await using var journey = await StartAsync();
        var (mentee, mentor) = await PairAsync(journey);

        _directory.With("M-2", "lapsed");
        await journey.AdvanceDaysAsync(65);

        Assert.Single(journey.Mails(mentor, "membership-lapsed"));
        Assert.Contains("partnership-ended", journey.Templates(mentor));
        Assert.Contains("mentee-waiting", await journey.StandingsAsync(mentee));
        Assert.Equal(["mentor-pausing"], await journey.StandingsAsync(mentor));
        Assert.DoesNotContain("member", Journey.WordsOf(journey.MailTo(mentee, "partnership-ended")), StringComparison.OrdinalIgnoreCase);
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "B11")]
    public async Task A_scheme_may_leave_it_to_the_coordinator_what_becomes_of_the_partnership()
    {
        await using var journey = await StartAsync("coordinator");
        var (mentee, _) = await PairAsync(journey);

        _directory.With("M-1", "lapsed");
        await journey.AdvanceDaysAsync(65);

        Assert.Equal("active", (await journey.PartnershipAsync(mentee)).GetProperty("state").GetString());
        Assert.Equal(["membership-over"], await AttentionAsync(journey));
        Assert.Single(journey.Mails("mentoring@planners.example", "coordinator-attention"));
        Assert.Contains("the coordinator gets in touch", Journey.WordsOf(journey.MailTo(mentee, "membership-lapsed")), StringComparison.Ordinal);
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RE17")]
    public async Task A_mentee_who_waits_is_matched_again_once_the_membership_is_renewed_however_late()
    {
        await using var journey = await StartAsync();
        _directory.With("M-1").With("M-2");
        var mentee = await journey.RegisterAsync(Mentee("Tom Hughes", "M-1"));
        await journey.CloseAsync();
        _directory.With("M-1", "lapsed");
        await journey.AdvanceDaysAsync(65);
        Assert.Equal("membership-over", Assert.Single(await AttentionAsync(journey)));

        // Nobody is matched with them, not even by hand.
        Assert.DoesNotContain("offer", journey.Templates(mentee));
        _directory.With("M-1");
        await journey.AdvanceDaysAsync(32);

        Assert.Empty(await AttentionAsync(journey));
        Assert.Single(journey.Mails(mentee, "membership-lapsed"));
        journey.HasNoFaults();
    }

    [Fact]
    public async Task A_number_that_nobody_knows_is_confirmed_by_the_coordinator_and_the_person_is_matched()
    {
        await using var journey = await StartAsync();
        _directory.With("M-2");
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
    public async Task A_timer_that_fires_twice_at_once_tells_a_person_once()
    {
        await using var journey = await StartAsync();
        var (mentee, _) = await PairAsync(journey);
        _directory.With("M-1", "lapsed");
        await journey.AdvanceDaysAsync(20);
        var services = journey.Host.Services;
        var (checking, waker) = (services.GetRequiredService<MembershipChecking>(), new DurableWaker(services.GetRequiredService<DurableTaskClient>(), NullLogger.Instance));
        await journey.AdvanceDaysAsync(11);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => checking.CheckDueAsync(waker, CancellationToken.None)));
        await journey.AdvanceDaysAsync(2);

        Assert.Single(journey.Mails(mentee, "membership-lapsed"));
        Assert.Single(await journey.EventsAsync(), code => code == "registration.membership-lapsed");
        journey.HasNoFaults();
    }

    [Fact]
    public async Task Everything_held_includes_what_the_records_said()
    {
        await using var journey = await StartAsync();
        _directory.With("M-1");
        var mentee = await journey.RegisterAsync(Mentee("Tom Hughes", "M-1"));

        var held = await journey.GetJsonAsync(journey.OwnPageOf(mentee) + "/data");

        Assert.Equal("in-order", held.GetProperty("registrations")[0].GetProperty("membership").GetProperty("state").GetString());
    }

    private Task<Journey> StartAsync(string? afterGrace = null) => Journey.StartAsync(
        settings =>
        {
            if (afterGrace is not null)
                SchemeJson.Put(settings, "membership", $$"""{ "graceDays": 30, "afterGrace": "{{afterGrace}}" }""");
        },
        services: services => _directory.AddTo(services, Patience));

    /// <summary>M-1 and M-2, in a partnership.</summary>
    private async Task<(string Mentee, string Mentor)> PairAsync(Journey journey, string mentee = "Tom Hughes")
    {
        _directory.With("M-1").With("M-2");
        var (first, mentor) = (await journey.RegisterAsync(Mentee(mentee, "M-1")), await journey.RegisterAsync(Mentor("Maya Okafor", "M-2", 1)));
        await journey.CloseAsync();
        var offered = journey.Host.Mailbox.Read().Single(mail => mail.Mail.Template == "offer").Mail.To;
        await journey.AcceptAsync(offered);
        await journey.SignBothAsync(offered, mentor);
        return (first, mentor);
    }

    private static async Task<string> WordsAsync(Journey journey, string page) => Rendered.Words(Rendered.Parse((await journey.GetAsync(page)).Body));

    private static Task<Reply> ConfirmAsync(Journey journey, string id) =>
        journey.SendJsonAsync(HttpMethod.Post, $"/api/coordinator/memberships/{id}/confirm", new JsonObject());

    private static FormFields Mentee(string name, string number) => Cast.Mentee(name).With("membershipNumber", number);

    private static FormFields Mentor(string name, string number, int capacity) => Cast.Mentor(name, capacity).With("membershipNumber", number);

    private static async Task<IReadOnlyList<string>> AttentionAsync(Journey journey) =>
        [.. (await journey.FiguresAsync()).GetProperty("needsAttention").EnumerateArray().Select(point => point.GetProperty("code").GetString()!)];
}
