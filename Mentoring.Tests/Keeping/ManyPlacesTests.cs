using System.Net;
using Mentoring.Tests.Journeys;
using Mentoring.Tests.Schemes;

namespace Mentoring.Tests.Keeping;

/// <summary>A mentor with as many mentees as a scheme may allow leaves: more follows from it than one transaction holds.</summary>
public sealed class ManyPlacesTests
{
    private const int Mentees = 12;

    [Theory]
    [InlineData("withdraw", false)]
    [InlineData("erase", false)]
    [InlineData("erase", true)]
    public async Task A_mentor_of_many_leaves_and_everybody_is_freed_and_told_once(string button, bool whileOffered)
    {
        await using var journey = await Journey.StartAsync(settings => SchemeJson.Put(settings, "capacityLimit", "20"));
        var mentor = await journey.RegisterAsync(Cast.Mentor("Maya Okafor", Mentees));
        var mentees = new List<string>();
        for (var number = 0; number < Mentees; number++)
            mentees.Add(await journey.RegisterAsync(Cast.Mentee($"Mentee {(char)('A' + number)}")));
        await journey.CloseAsync();
        foreach (var mentee in mentees.Skip(whileOffered ? 6 : 0))
        {
            await journey.AcceptAsync(mentee);
            await journey.SignBothAsync(mentee, mentor);
        }

        Assert.Equal(HttpStatusCode.SeeOther, (await journey.PressAsync(mentor, button, ("confirm", "yes"))).Status);
        await journey.AdvanceDaysAsync(1);

        foreach (var mentee in mentees)
        {
            Assert.Single(journey.Templates(mentee), template => template is "partnership-ended" or "offer-withdrawn");
            Assert.Equal(["mentee-waiting"], await journey.StandingsAsync(mentee));
        }

        await LedgerImage.JournalHoldsAsync(journey.Host.Ledger);
        if (button == "erase")
        {
            foreach (var row in await LedgerImage.RowsAsync(journey.Host.Ledger))
                Assert.DoesNotMatch("(?i)okafor", $"{row.Key} {row.Json}");
        }

        journey.HasNoFaults();
    }

    [Fact]
    public async Task A_mentor_of_many_who_wants_to_be_a_mentee_only_is_taken_at_their_word_on_their_own_page()
    {
        await using var journey = await Journey.StartAsync(
            settings =>
            {
                SchemeJson.Put(settings, "intake", "\"rolling\"");
                SchemeJson.Put(settings, "rounds[0].deadline", null);
                SchemeJson.Put(settings, "capacityLimit", "20");
            },
            new DateTimeOffset(2024, 9, 5, 8, 0, 0, TimeSpan.Zero));
        var mentor = await journey.RegisterAsync(Cast.Mentor("Maya Okafor", 6));
        var mentees = new List<string>();
        for (var number = 0; number < 6; number++)
        {
            mentees.Add(await journey.RegisterAsync(Cast.Mentee($"Mentee {(char)('A' + number)}")));
            await journey.AdvanceAsync(TimeSpan.FromHours(1));
            await journey.AcceptAsync(mentees[number]);
            await journey.SignBothAsync(mentees[number], mentor);
        }

        var form = Cast.Mentee("Maya Okafor");
        Assert.Equal(HttpStatusCode.SeeOther, (await journey.PostAsync(journey.OwnPageOf(mentor), [.. form.Names.SelectMany(name => form[name].Select(value => (name, value)))])).Status);
        await journey.AdvanceAsync(TimeSpan.FromHours(1));

        foreach (var mentee in mentees)
        {
            Assert.Single(journey.Mails(mentee, "partnership-ended"));
            Assert.Equal(["mentee-waiting"], await journey.StandingsAsync(mentee));
        }

        Assert.Single(journey.Mails(mentor, "registration-amended"));
        Assert.Equal(["mentee-waiting"], await journey.StandingsAsync(mentor));
        journey.HasNoFaults();
    }
}
