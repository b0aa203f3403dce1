using System.Net;
using Mentoring.Tests.Pages;
using static Mentoring.Tests.Journeys.TwoRounds;

namespace Mentoring.Tests.Journeys;

/// <summary>Pages that old mails lead to say what is so when they are opened.</summary>
public sealed class OldMailsTests
{
    [Fact]
    public async Task An_accepted_offer_sends_its_mentee_to_the_agreement_until_they_have_signed_and_then_to_the_pairs_page()
    {
        await using var journey = await Journey.StartAsync();
        var (tom, maya) = await journey.IntroduceAsync();
        await SaysAsync(journey, Offer(journey), "Then you both sign the agreement", "Read and sign the agreement", "Your mentor");
        await journey.SignAsync(tom);
        await SaysNoLongerAsync(journey, Offer(journey), "Then you both sign");
        await journey.SignAsync(maya);
        await SaysAsync(journey, Offer(journey), "See how it stands now", "Your mentor");
        await journey.EndAsync(maya, "other", ("available", "yes"));
        await SaysAsync(journey, Offer(journey), "See how it stands now");
        await SaysNoLongerAsync(journey, Offer(journey), "Your mentor", "sign the agreement");
    }

    [Fact]
    public async Task A_declined_offer_speaks_of_looking_on_only_while_its_mentee_waits()
    {
        await using var journey = await Journey.StartAsync();
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor"));
        await journey.CloseAsync();
        await journey.DeclineAsync(Tom);
        await SaysAsync(journey, Offer(journey), "We look for another mentor for you");
        await journey.PressAsync(Tom, "leave");

        await SaysAsync(journey, Offer(journey), "See your registration: it says where you stand now");
        await SaysNoLongerAsync(journey, Offer(journey), "We look for another mentor");
    }

    [Fact]
    [Trait("Requirement", "B13")]
    public async Task An_offer_that_ran_out_leads_back_to_the_waiting_list_only_who_is_off_it()
    {
        await using var journey = await Journey.StartAsync();
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor"));
        await journey.CloseAsync();
        await journey.AdvanceDaysAsync(8);
        await SaysAsync(journey, Offer(journey), "you can go back on the waiting list");
        await journey.PressAsync(Tom, "rejoin", ("role", "mentee"));

        await SaysNoLongerAsync(journey, Offer(journey), "you can go back");
    }

    [Fact]
    public async Task Whoever_has_signed_reads_so_on_their_own_page_and_on_the_pairs()
    {
        await using var journey = await Journey.StartAsync();
        var (tom, _) = await journey.IntroduceAsync();
        string[] pages = [journey.OwnPageOf(tom), journey.LinkTo(tom, "introduction", "/partnerships/")];
        foreach (var page in pages)
            await SaysAsync(journey, page, "Read and sign the agreement");
        await journey.SignAsync(tom);

        foreach (var page in pages)
        {
            await SaysAsync(journey, page, "You have signed the agreement, thank you", "when Maya Okafor has signed too");
            await SaysNoLongerAsync(journey, page, "Please sign", "Read and sign");
        }
    }

    [Fact]
    [Trait("Requirement", "RF9")]
    public async Task At_the_end_of_a_term_the_pairs_page_asks_whether_to_go_on_and_offers_no_other_review()
    {
        await using var journey = await Journey.StartAsync(Journey.ShortTerm);
        var (tom, maya) = await journey.PairAsync();
        await journey.AdvanceDaysAsync(32);
        await journey.ReviewAsync(tom, "review-interim");
        await SaysAsync(journey, journey.LinkTo(tom, "review-interim", "/reviews/"), "Your partnership goes on");
        await journey.AdvanceDaysAsync(153);

        // Whichever mail leads there, that about the review before this one too.
        foreach (var page in new[] { journey.PartnershipOf(tom), journey.LinkTo(tom, "review-interim", "/partnerships/") })
        {
            await SaysAsync(journey, page, "Term ended", "It continues only if you both say so", "Answer the questions");
            await SaysNoLongerAsync(journey, page, "Ask for a review now", "how it is going");
        }

        await journey.ReviewAsync(tom, "review-final", ("continue", "yes"));
        await SaysAsync(journey, journey.PartnershipOf(tom), "We have your answers, thank you. When Maya Okafor has answered too");
        await journey.EndAsync(maya, "other", ("available", "no"));
        await SaysNoLongerAsync(journey, journey.LinkTo(tom, "review-interim", "/reviews/"), "goes on");
    }

    [Fact]
    public async Task Whoever_is_left_by_somebody_erased_reads_of_their_partnership_without_a_name()
    {
        await using var journey = await Journey.StartAsync();
        var (tom, maya) = await journey.PairAsync();
        await journey.PressAsync(maya, "erase", ("confirm", "yes"));

        Assert.Equal("Your partnership", Rendered.Parse((await journey.GetAsync(journey.PartnershipOf(tom))).Body).QuerySelector("h1")!.TextContent);
        var review = journey.MailTo(tom, "review-final");
        Assert.Contains("Your partnership ended on", Journey.WordsOf(review), StringComparison.Ordinal);
        await SaysAsync(journey, Journey.LinkIn(review, "/reviews/"), "About your partnership. It takes");
        foreach (var page in new[] { journey.PartnershipOf(tom), Journey.LinkIn(review, "/reviews/"), Offer(journey) })
            await SaysNoLongerAsync(journey, page, "your partner ", "Maya", "a mentor ");
    }

    [Fact]
    public async Task No_link_of_somebody_erased_shows_anything_any_more_and_no_partners_name()
    {
        await using var journey = await Journey.StartAsync(Journey.ShortTerm);
        var (tom, maya) = await journey.PairAsync();
        await journey.AdvanceDaysAsync(32);
        await journey.PressAsync(tom, "erase", ("confirm", "yes"));
        string[] pages = [journey.OwnPageOf(tom), Offer(journey), journey.LinkTo(tom, "introduction", "/agreements/"), journey.PartnershipOf(tom), journey.LinkTo(tom, "review-interim", "/reviews/")];

        foreach (var page in pages)
        {
            var reply = await journey.GetAsync(page);
            Assert.True(reply.Status == HttpStatusCode.Gone, $"{page} {reply.Status}");
            Assert.Contains("What we held about you was erased", reply.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("Maya", reply.Body, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Gone, (await journey.PostAsync(journey.PartnershipOf(tom) + "/end", ("reason", "other"), ("again", "no"))).Status);
        await SaysAsync(journey, journey.PartnershipOf(maya), "ended");
    }

    [Fact]
    public async Task Whoever_withdrew_registers_again_by_their_own_page_and_it_says_that_they_do()
    {
        await using var journey = await Journey.StartAsync();
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        var own = journey.OwnPageOf(Tom);
        await journey.PressAsync(Tom, "withdraw");
        await SaysAsync(journey, own, "Your registration is withdrawn", "If you change your mind, you can register again until noon");
        await SaysNoLongerAsync(journey, own, "Change your registration", "Save the changes");

        var form = Rendered.Parse((await journey.GetAsync(own)).Body).QuerySelector($"form[action='{own}']")!;
        Assert.Equal("Register again", form.QuerySelector("button")!.TextContent);
        var reply = await journey.PostAsync(own, [.. Cast.Mentee("Tom Hughes").Names.SelectMany(name => Cast.Mentee("Tom Hughes")[name].Select(value => (name, value)))]);
        await SaysAsync(journey, reply.Location!, "You are registered again", "We have your registration", "Change your registration");
    }

    private static string Offer(Journey journey) => journey.LinkTo(Tom, "offer", "/offers/");

    private static async Task SaysAsync(Journey journey, string path, params string[] words)
    {
        var said = await WordsAsync(journey, path);
        Assert.All(words, part => Assert.Contains(part, said, StringComparison.Ordinal));
    }

    private static async Task SaysNoLongerAsync(Journey journey, string path, params string[] words)
    {
        var said = await WordsAsync(journey, path);
        Assert.All(words, part => Assert.DoesNotContain(part, said, StringComparison.Ordinal));
    }

    private static async Task<string> WordsAsync(Journey journey, string path)
    {
        var reply = await journey.GetAsync(path);
        Assert.True(reply.Status is HttpStatusCode.OK or HttpStatusCode.Gone, $"{path} {reply.Status}");
        return Rendered.Spaced(Rendered.Parse(reply.Body).QuerySelector("main")!.TextContent);
    }
}
