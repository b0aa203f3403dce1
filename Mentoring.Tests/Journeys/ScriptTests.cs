using Mentoring.Core.Registrations;

namespace Mentoring.Tests.Journeys;

/// <summary>Script in every field that takes words: it is kept as typed, and shown as text wherever it is shown.</summary>
public sealed class ScriptTests
{
    private const string Script = "<script>alert('x')</script><img src=x onerror=alert(1)>\"'&";

    [Fact]
    public async Task Script_in_any_field_comes_back_as_text_on_every_page_and_in_every_mail()
    {
        await using var journey = await Journey.StartAsync();
        var (mentee, mentor) = await journey.IntroduceAsync(Scripted(Cast.Mentee("Tom Hughes")), Scripted(Cast.Mentor("Maya Okafor")));
        var pages = new List<string> { journey.OwnPageOf(mentee), journey.OwnPageOf(mentor), journey.LinkTo(mentee, "offer", "/offers/"), journey.LinkTo(mentor, "introduction", "/agreements/") };
        foreach (var person in new[] { mentee, mentor })
            await journey.PostAsync(journey.LinkTo(person, "introduction", "/agreements/"), ("agree", "yes"), ("signature", Script));
        pages.AddRange([journey.PartnershipOf(mentee), journey.PartnershipOf(mentor)]);
        await journey.PostAsync(journey.PartnershipOf(mentee) + "/review");
        await journey.ReviewAsync(mentee, "review-interim", ("progress", Script), ("toCoordinator", Script));
        pages.Add(journey.LinkTo(mentee, "review-interim", "/reviews/"));
        await journey.EndAsync(mentor, "other", ("comment", Script));
        pages.AddRange(["/coordinator", $"/coordinator/rounds/{journey.Round}", "/coordinator/journal"]);

        var shown = 0;
        foreach (var page in pages)
        {
            var body = (await journey.GetAsync(page)).Body;
            Assert.DoesNotMatch("(?i)<script|<img", body);
            shown += body.Contains("&lt;script", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.True(shown >= 6, $"only {shown} pages show what was typed");
        var mails = journey.Host.Mailbox.Read();
        Assert.Contains(mails, mail => mail.Mail.Html.Contains("&lt;script", StringComparison.Ordinal));
        Assert.All(mails, mail => Assert.DoesNotMatch("(?i)<script|<img", mail.Mail.Html));
        journey.HasNoFaults();
    }

    private static readonly string[] Written = ["name", "institution", "jobTitle", "biography", "membershipNumber", "objectives", "reasons"];

    private static FormFields Scripted(FormFields form)
    {
        foreach (var name in Written.Where(name => form.First(name) is not null))
            form = form.With(name, name switch { "membershipNumber" => "<script>1", "institution" => Script + form.First(name), _ => Script });
        return form;
    }
}
