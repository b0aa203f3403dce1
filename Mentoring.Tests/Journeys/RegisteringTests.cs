using System.Net;

namespace Mentoring.Tests.Journeys;

public sealed class RegisteringTests
{
    [Fact]
    [Trait("Requirement", "RE12")]
    public async Task Whoever_registers_gets_a_mail_with_what_happens_next_and_how_to_keep_it_out_of_the_junk_folder()
    {
        await using var journey = await Journey.StartAsync();
        var tom = await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));

        var mail = journey.MailTo(tom, "registration-received").Mail;
        Assert.Contains("junk", mail.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("mentoring@planners.example", mail.Text, StringComparison.Ordinal);
        Assert.Contains("30 September 2024", mail.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await journey.GetAsync(journey.OwnPageOf(tom))).Status);
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RA2")]
    [Trait("Requirement", "RA6")]
    public async Task From_registering_to_a_signed_agreement_nobody_but_the_two_acts()
    {
        await using var journey = await Journey.StartAsync();
        var tom = await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        var maya = await journey.RegisterAsync(Cast.Mentor("Maya Okafor"));
        await journey.CloseAsync();
        await journey.AcceptAsync(tom);
        await journey.SignBothAsync(tom, maya);

        Assert.Equal(["registration-received", "offer", "introduction", "agreement-complete"], journey.Templates(tom));
        Assert.Equal(["registration-received", "round-run", "introduction", "agreement-complete"], journey.Templates(maya));
        journey.HasNoFaults();
    }
}
