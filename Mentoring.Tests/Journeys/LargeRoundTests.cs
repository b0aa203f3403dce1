using Mentoring.Functions.Rounds;
using Mentoring.Local.Simulation;
using Mentoring.Tests.Schemes;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Journeys;

public sealed class LargeRoundTests
{
    [Fact]
    [Trait("Requirement", "B1")]
    [Trait("Requirement", "RM4")]
    public async Task Five_thousand_people_register_and_the_round_serves_all_whom_it_can()
    {
        await using var journey = await Journey.StartAsync();
        foreach (var form in SimulatedPeople.Invent(TestScheme.Small, mentees: 3500, mentors: 1500, seed: 5))
        {
            using var content = new FormUrlEncodedContent(form.Names.SelectMany(name => form[name].Select(value => KeyValuePair.Create(name, value))));
            using var reply = await journey.Host.Client.PostAsync(new Uri("/api/registrations", UriKind.Relative), content);
            Assert.True((int)reply.StatusCode == 303, await reply.Content.ReadAsStringAsync());
        }

        await journey.CloseAsync();

        var figures = await journey.FiguresAsync();
        Assert.Equal(5000, figures.GetProperty("registrations").GetInt32());
        var served = figures.GetProperty("offers").GetProperty("pending").GetInt32();
        Assert.Equal(3500, served + figures.GetProperty("waiting").GetInt32());
        // There are 3,000 places for 3,500 mentees of eight areas: who gets none lacks a place, not a fit.
        Assert.InRange(served, 2800, 3500);
        var mails = journey.Host.Mailbox.Read().CountBy(mail => mail.Mail.Template).ToDictionary();
        Assert.Equal((5000, 1500, served, 3500 - served), (mails["registration-received"], mails["round-run"], mails["offer"], mails.GetValueOrDefault("round-unmatched")));
        Assert.All(
            await journey.Host.Services.GetRequiredService<RoundVerification>().CheckAsync("2024", CancellationToken.None),
            finding => Assert.True(finding.Holds, finding.Words));
        journey.HasNoFaults();
    }
}
