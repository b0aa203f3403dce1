namespace Mentoring.Tests.Journeys;

/// <summary>While it runs, and what comes after its term.</summary>
public sealed class PartnershipJourneyTests
{
    [Fact]
    [Trait("Requirement", "RP1")]
    [Trait("Requirement", "RP2")]
    [Trait("Requirement", "RP3")]
    [Trait("Requirement", "RP5")]
    [Trait("Requirement", "RP12")]
    [Trait("Requirement", "RP13")]
    [Trait("Requirement", "RD11")]
    public async Task The_pairs_page_says_who_writes_first_how_often_to_meet_what_to_settle_and_who_helps()
    {
        await using var journey = await Journey.StartAsync();
        var (mentee, mentor) = await journey.PairAsync();
        var page = (await journey.GetAsync(journey.PartnershipOf(mentee))).Body;
        foreach (var words in new[]
        {
            "You, the mentee, make the first contact and arrange the meetings.", "about once a month", "a neutral, private place, face to face or online", "for the two of you to agree",
            "fallen silent", "ready ear", "mentoring@planners.example", mentor,
            "Confidentiality:", "Expectations:", "Limits:", "Frequency:", "Length:", "Time:", "Location:", "Agenda:", "Other contact:", "Commitment:", "Losing contact:", "Reviewing:",
            "no cancelling at short notice", "how soon you reply", "/documents/handbook",
        })
            Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains("Your mentee makes the first contact", (await journey.GetAsync(journey.PartnershipOf(mentor))).Body, StringComparison.Ordinal);
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RC3")]
    [Trait("Requirement", "RC5")]
    public async Task The_scheme_publishes_its_time_frame_and_every_mail_names_who_runs_it()
    {
        await using var journey = await Journey.StartAsync(Journey.Sample("planners"));
        var (mentee, mentor) = await journey.PairAsync();
        var page = (await journey.GetAsync("/scheme")).Body;
        foreach (var words in new[] { "12 months", "once a month", "60 to 90 minutes", "nobody else sees them", "A match is not guaranteed", "Ruth Adeyemi", "mentoring@ahep.example" })
            Assert.Contains(words, page, StringComparison.Ordinal);
        foreach (var mail in journey.Mails(mentee).Concat(journey.Mails(mentor)))
        {
            Assert.Contains("Ruth Adeyemi", mail.Mail.Text, StringComparison.Ordinal);
            Assert.Contains("mentoring@ahep.example", mail.Mail.Text, StringComparison.Ordinal);
            Assert.Equal("mentoring@ahep.example", mail.Mail.ReplyTo);
        }

        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RF1")]
    public async Task It_runs_for_twelve_months_where_the_scheme_says_nothing_else()
    {
        await using var journey = await Journey.StartAsync();
        var (mentee, mentor) = await journey.PairAsync();
        foreach (var person in new[] { mentee, mentor })
        {
            Assert.Equal("2025-09-30T11:00:00Z", (await journey.PartnershipAsync(person)).GetProperty("ends").GetString());
            Assert.Contains("30 September 2025", journey.MailTo(person, "agreement-complete").Mail.Text, StringComparison.Ordinal);
        }

        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RF2")]
    [Trait("Requirement", "RF3")]
    [Trait("Requirement", "RF9")]
    [Trait("Requirement", "RF11")]
    public async Task After_its_term_both_are_asked_it_goes_on_where_both_wish_so_and_ends_with_thanks_otherwise()
    {
        (string? Mentee, string? Mentor)[] wishes = [("yes", "yes"), ("yes", "no"), ("no", "yes"), ("yes", null), (null, null)];
        await using var journey = await Journey.StartAsync(Journey.ShortTerm);
        var pairs = new List<(string Mentee, string Mentor)>();
        string[] areas = ["career-planning", "wellbeing", "senior-leadership", "new-to-sector", "relationships"];
        for (var number = 0; number < wishes.Length; number++)
            pairs.Add((await journey.RegisterAsync(Cast.Mentee($"Mentee {number}", areas[number])), await journey.RegisterAsync(Cast.Mentor($"Mentor {number}", 1, areas[number]))));
        await journey.CloseAsync();
        foreach (var (mentee, mentor) in pairs)
        {
            await journey.AcceptAsync(mentee);
            await journey.SignBothAsync(mentee, mentor);
        }

        var ends = (await journey.PartnershipAsync(pairs[0].Mentee)).GetProperty("ends").GetDateTimeOffset();
        await journey.AdvanceToAsync(ends.AddMinutes(1));
        foreach (var ((mentee, mentor), wish) in pairs.Zip(wishes))
        {
            if (wish.Mentee is not null)
                await journey.ReviewAsync(mentee, "review-final", ("continue", wish.Mentee));
            if (wish.Mentor is not null)
                await journey.ReviewAsync(mentor, "review-final", ("continue", wish.Mentor));
        }

        await journey.AdvanceDaysAsync(22);
        foreach (var ((mentee, mentor), wish) in pairs.Zip(wishes))
        {
            var goesOn = wish is ("yes", "yes");
            foreach (var person in new[] { mentee, mentor })
            {
                Assert.Equal(goesOn ? 1 : 0, journey.Mails(person, "partnership-continued").Count);
                Assert.Equal(goesOn ? 0 : 1, journey.Mails(person, "partnership-ended").Count);
                if (!goesOn)
                    Assert.Matches("Thank you(.|\n)*celebrated", journey.MailTo(person, "partnership-ended").Mail.Text);
            }

            Assert.Equal(wish.Mentee is null ? 2 : 0, journey.Mails(mentee, "review-reminder").Count(mail => mail.SentAt > ends));
            Assert.Equal([goesOn ? "in-partnership" : "mentee-finished"], await journey.StandingsAsync(mentee));
        }

        var next = await journey.PartnershipAsync(pairs[0].Mentor);
        Assert.Equal(("active", ends.AddMonths(6).Month), (next.GetProperty("state").GetString(), next.GetProperty("ends").GetDateTimeOffset().Month));
        Assert.Equal(["mentor-available"], await journey.StandingsAsync(pairs[1].Mentor));
        journey.HasNoFaults();
    }
}
