using Mentoring.Core;
using Mentoring.Core.Agreements;
using Mentoring.Core.Offers;
using Mentoring.Core.People;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Rounds;
using Mentoring.Functions.Shell;

namespace Mentoring.Tests.Registrations;

/// <summary>Maya, a mentor of two, and Tom, a mentee, in one round.</summary>
internal sealed record Couple(Office Office, string Mentor, string MentorToken, string Mentee, string MenteeToken)
{
    public static async Task<Couple> JoinAsync(Office office)
    {
        await office.OpenRoundAsync();
        var mentor = await office.JoinAsync(ValidFields.Mentor());
        var mentee = await office.JoinAsync(ValidFields.Mentee().With("submissionId", "s-1"));
        return new Couple(
            office,
            Assert.Single(await office.RowsAsync(Stages.Mentors.Kind)).Key.Id,
            mentor,
            Assert.Single(await office.RowsAsync(Stages.Mentees.Kind)).Key.Id,
            mentee);
    }

    public async Task OfferAsync(string id)
    {
        var plan = Round.PlanOf(await Office.Get<LedgerReader>().StateAsync(Stages.Rounds, Office.Round, Office.Round, default))!;
        var match = new RoundMatch(Mentee, Mentor, "mentor-person", 100, [], CrossInstitution: true);
        Assert.IsType<Outcome.Done>(await Office.Get<OfferMaking>().OfferAsync(plan, id, match, Actor.Coordinator, Office.Waker, default));
    }

    public Task DeclineAsync(string offer, string reason) => Office.DoAsync(Office.Round, new Request.ToOffer(offer, new Offer.Command.Decline(reason)));

    public Task AcceptAsync(string offer, string partnership) => Office.DoAsync(Office.Round, new Request.ToOffer(offer, new Offer.Command.Accept(partnership)));

    public async Task SignAsync(string partnership)
    {
        await Office.DoAsync(Office.Round, new Request.ToAgreement(partnership, new Agreement.Command.Sign(Party.Mentee, "Tom Hughes, signed")));
        await Office.DoAsync(Office.Round, new Request.ToAgreement(partnership, new Agreement.Command.Sign(Party.Mentor, "Maya Okafor, signed")));
    }

    /// <summary>Takes the round through its deadline, with nobody matched by it.</summary>
    public async Task AnnounceAsync()
    {
        Office.Clock.Now = Office.Utc("2024-09-30T11:05:00Z");
        foreach (Round.Command step in new Round.Command[] { new Round.Command.Close(), new Round.Command.RecordMatching(new MatchingRecord("run", "digest", Office.Clock.Now, 1, 1, 2, 0, 0)), new Round.Command.Announce() })
            await Office.DoAsync(Office.Round, new Request.ToRound(Office.Round, step));
    }
}
