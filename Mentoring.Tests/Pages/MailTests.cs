using Mentoring.Core;
using Mentoring.Core.People;
using Mentoring.Pages.Mails;

namespace Mentoring.Tests.Pages;

/// <summary>What holds for every mail.</summary>
public sealed class MailTests
{
    private static readonly IReadOnlyList<(MailModel Model, RenderedMail Mail)> All =
        [.. new Samples().Mails().Select(model => (model, Rendered.Mails.Render(model)))];

    [Fact]
    public void Every_published_template_has_a_mail_and_no_other() => Assert.Equal(
        typeof(MailTemplates).GetFields().Select(field => (string)field.GetRawConstantValue()!).Order(),
        All.Select(pair => pair.Model.Template).Distinct().Order());

    [Fact]
    public void Every_case_of_the_union_is_among_those_tested() => Assert.Empty(
        typeof(MailModel).GetNestedTypes().Except(All.Select(pair => pair.Model.GetType())));

    [Fact]
    [Trait("Requirement", "RC5")]
    public void Every_mail_greets_by_name_and_is_signed_with_name_address_and_phone_in_both_parts() => Assert.All(All, pair =>
    {
        foreach (var part in (string[])[pair.Mail.Text, Rendered.Words(Rendered.Parse(pair.Mail.Html))])
        {
            Assert.Contains("Dear Ada Lovelace,", part, StringComparison.Ordinal);
            foreach (var word in (string[])["Robin Clerk", "robin@example.org", "020 7946 0018", "Guiding Hands", "Association of Sample Keepers"])
                Assert.Contains(word, part, StringComparison.Ordinal);
        }
    });

    [Fact]
    public void Every_link_is_absolute_and_stands_written_out_in_the_text_part() => Assert.All(All, pair =>
    {
        var links = Rendered.Parse(pair.Mail.Html).QuerySelectorAll("a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.All(links.Where(link => !link.StartsWith("mailto:", StringComparison.Ordinal)), link =>
        {
            Assert.True(Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme == "https", link);
            Assert.Contains(link, pair.Mail.Text.Split('\n').Select(line => line.Trim()));
        });
        Assert.All(links.Where(link => link.StartsWith("mailto:", StringComparison.Ordinal)), link =>
            Assert.Contains(link["mailto:".Length..], pair.Mail.Text, StringComparison.Ordinal));
    });

    [Fact]
    public void Every_line_of_text_is_at_most_76_characters_but_for_addresses() => Assert.All(All, pair =>
        Assert.All(pair.Mail.Text.Split('\n'), line => Assert.True(line.Length <= 76 || line.Contains("https://", StringComparison.Ordinal), line)));

    [Fact]
    public void Every_mail_has_at_most_one_button_and_it_is_a_link() => Assert.All(All, pair =>
    {
        var html = Rendered.Parse(pair.Mail.Html);
        Assert.InRange(html.QuerySelectorAll("a[style]").Length, 0, 1);
        Assert.Empty(html.QuerySelectorAll("form,button,input,img,script,body style"));
    });

    [Fact]
    public void Every_mail_says_what_happens_next() => Assert.All(All.Where(pair => pair.Model is not MailModel.RegistrationWithdrawn), pair =>
        Assert.Contains("What happens next", pair.Mail.Text.Split('\n')));

    [Fact]
    public void Every_subject_names_the_scheme() => Assert.All(All, pair =>
        Assert.Contains("Guiding Hands", pair.Mail.Subject, StringComparison.Ordinal));

    [Fact]
    public void A_date_to_act_by_is_given_in_local_words() => Assert.All(All.Where(pair => pair.Model is
        MailModel.RegistrationReceived { Deadline: not null } or MailModel.Offer or MailModel.OfferReminder or MailModel.Introduction
        or MailModel.AgreementReminder or MailModel.ReviewInterim or MailModel.ReviewFinal or MailModel.ReviewReminder or MailModel.MembershipLapsed { RenewBy: not null }), pair =>
        Assert.Contains("noon on Monday 30 September 2024", Rendered.Spaced(pair.Mail.Text), StringComparison.Ordinal));

    [Fact]
    public void The_text_part_reads_as_a_letter()
    {
        var model = new MailModel.RoundUnmatched(
            new Letterhead(new Samples().Scheme, Samples.Site, "Ada Lovelace"), ["Every mentor for wellbeing has a mentee already."],
            Samples.Noon, new Uri(Samples.Site, "registrations/token"));

        Assert.Equal(
            """
            Dear Ada Lovelace,

            We are sorry: we could not find a mentor for you this time.

            Why

            - Every mentor for wellbeing has a mentee already.

            What happens next

            We invite you to stay. You are on the waiting list, and there is nothing for
            you to do: whenever a mentor becomes free, we look through the list again
            and write to you at once if there is a match. If there is none by then, we
            write to you on Monday 30 September 2024.

            On your own page you can ask us to keep you for the next round too, or take
            yourself off the list:

            See your registration
            https://mentoring.example.org/registrations/token

            With kind regards,

            Robin Clerk, coordinator
            Guiding Hands
            Association of Sample Keepers

            Email: robin@example.org
            Phone: 020 7946 0018

            """.ReplaceLineEndings("\n"),
            Rendered.Mails.Render(model).Text);
    }

    [Fact]
    [Trait("Requirement", "RA3")]
    public void What_a_waiting_mentor_reads_depends_on_nothing_but_the_name_the_date_the_link_and_their_own_membership_and_pause()
    {
        // The models carry nothing else, so nothing about an offer can reach the words. Whether somebody is back on the list, and why nobody is there, is said to mentees alone.
        var allowed = new[] { "Head", "Template", "NextWord", "Registration", "Party", "Stop", "Again", "Reasons", "Trouble", "ToTrain", "Pauses" };
        foreach (var type in (Type[])[typeof(MailModel.RoundRun), typeof(MailModel.RematchWaiting)])
            Assert.Empty(type.GetProperties().Select(property => property.Name).Except(allowed));

        var mail = new MailModel.RematchWaiting(new(new Samples().Scheme, Samples.Site, "Ada"), Party.Mentor, Samples.Noon, Samples.Site);
        var waiting = Text(mail);
        Assert.Equal(Rendered.Mails.Render(mail), Rendered.Mails.Render(mail with { Again = true, Reasons = ["All are full."] }));
        Assert.DoesNotContain("offer", waiting, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("declin", waiting, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Mails_are_rendered_alike_from_many_threads()
    {
        var expected = All.Select(pair => pair.Mail).ToList();
        Parallel.For(0, 8, _ => Assert.Equal(expected, All.Select(pair => Rendered.Mails.Render(pair.Model))));
    }

    private static string Text(MailModel model) => Rendered.Spaced(Rendered.Mails.Render(model).Text);
}
