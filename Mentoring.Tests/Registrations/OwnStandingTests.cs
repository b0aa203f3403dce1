using Mentoring.Core;
using Mentoring.Core.Partnerships;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Registrations;
using Mentoring.Functions.Rounds;
using Mentoring.Functions.Shell;

namespace Mentoring.Tests.Registrations;

public sealed class OwnStandingTests : IDisposable
{
    private readonly Office _office = new();

    public void Dispose() => _office.Dispose();

    [Fact]
    public async Task A_persons_page_follows_them_from_the_form_to_the_partnership()
    {
        var pair = await Couple.JoinAsync(_office);
        Assert.Equal(["received"], await StatesAsync(pair.MenteeToken));
        Assert.Equal(["received"], await StatesAsync(pair.MentorToken));

        await pair.AnnounceAsync();
        Assert.Equal(["mentee-waiting"], await StatesAsync(pair.MenteeToken));
        Assert.Equal(["mentor-available"], await StatesAsync(pair.MentorToken));

        await pair.OfferAsync("o-1");
        Assert.Equal(["offer-open"], await StatesAsync(pair.MenteeToken));
        Assert.Contains($"href=\"/offers/{pair.MenteeToken}~o-1\"", await PageAsync(pair.MenteeToken), StringComparison.Ordinal);
        Assert.Equal(["mentor-available"], await StatesAsync(pair.MentorToken));

        await pair.AcceptAsync("o-1", "p-1");
        Assert.Equal(["introduced"], await StatesAsync(pair.MenteeToken));
        Assert.Equal(["introduced", "mentor-available"], await StatesAsync(pair.MentorToken));

        await pair.SignAsync("p-1");
        Assert.Equal(["in-partnership"], await StatesAsync(pair.MenteeToken));
        Assert.Equal(["in-partnership", "mentor-available"], await StatesAsync(pair.MentorToken));
        Assert.Contains("Tom Hughes", await PageAsync(pair.MentorToken), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "B2")]
    public async Task A_mentee_who_waits_reads_why_there_was_no_match_and_when_we_write_again()
    {
        var pair = await Couple.JoinAsync(_office);
        await pair.AnnounceAsync();
        var key = RoundMailing.UnmatchedMail(Office.Round, pair.Mentee);
        await _office.DoAsync(Office.Round, new Request.Send(new MailDraft(MailTemplates.RoundUnmatched, key.Id, pair.Mentee, Office.Round, LinkPurpose.Registration, Party.Mentee, "All are full.\nOne more place would have done.")));

        var page = await PageAsync(pair.MenteeToken);

        Assert.Contains("<li>All are full.</li>", page, StringComparison.Ordinal);
        Assert.Contains("<li>One more place would have done.</li>", page, StringComparison.Ordinal);
        Assert.Contains("Monday 11 November 2024", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mentor_who_was_carried_over_sees_and_ends_by_withdrawing_what_runs_in_the_earlier_round()
    {
        var pair = await Couple.JoinAsync(_office);
        await pair.OfferAsync("o-1");
        await pair.AcceptAsync("o-1", "p-1");
        await pair.SignAsync("p-1");
        await _office.CreateRoundAsync("2025", "2024-09-05T00:00", "2025-09-30T12:00");
        var entry = ((Registration.Active)await StateAsync(Stages.Registrations, Office.Round, pair.Mentor)).Entry;
        await _office.DoAsync("2025", new Request.ToRegistration("carried", new Registration.Command.Bring(entry, _office.Clock.Now)));
        await _office.DoAsync("2025", new Request.ToMentor("carried", new MentorPlaces.Command.Open(2, ["p-1"], [])));
        await _office.DoAsync(Office.Round, new Request.ToMentor(pair.Mentor, new MentorPlaces.Command.Carry(new Forward("2025", "carried"))));

        var before = await StatesAsync(pair.MentorToken);
        var reply = await _office.SendAsync(Posts.Button(), request => _office.Get<ChoicesDesk>().WithdrawAsync(request, pair.MentorToken, _office.Waker, default));

        Assert.Equal(["in-partnership", "received"], before);
        Assert.Equal(303, reply.Status);
        Assert.IsType<Registration.Withdrawn>(await StateAsync(Stages.Registrations, "2025", "carried"));
        Assert.Equal(Actor.Mentor, Assert.IsType<Partnership.Ended>(await StateAsync(Stages.Partnerships, Office.Round, "p-1")).Ending.By);
        Assert.IsType<MenteeStanding.Waiting>(await StateAsync(Stages.Mentees, Office.Round, pair.Mentee));
        Assert.Empty(Assert.IsType<MentorPlaces.Closed>(await StateAsync(Stages.Mentors, "2025", "carried")).Places.Taken);
    }

    private ValueTask<TState> StateAsync<TState, TCommand, TEvent>(Stage<TState, TCommand, TEvent> stage, string round, string id)
        where TState : class
        where TCommand : class
        where TEvent : StageEvent => _office.Get<LedgerReader>().StateAsync(stage, round, id, default);

    private async Task<IEnumerable<string>> StatesAsync(string token) =>
        (await ShowAsync(token, "application/json")).Json.GetProperty("standings").EnumerateArray().Select(standing => standing.GetProperty("state").GetString()!);

    private async Task<string> PageAsync(string token) => (await ShowAsync(token, Posts.Page)).Body;

    private Task<Reply> ShowAsync(string token, string accept) => _office.SendAsync(Posts.Get(accept), request => _office.Get<AmendmentDesk>().ShowAsync(request, token, default));
}
