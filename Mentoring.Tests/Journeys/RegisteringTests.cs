using System.Net;
using Mentoring.Core.Registrations;
using Mentoring.Tests.Schemes;

namespace Mentoring.Tests.Journeys;

public sealed class RegisteringTests
{
    [Fact]
    [Trait("Requirement", "RE12")]
    [Trait("Requirement", "RE13")]
    public async Task Whoever_registers_gets_a_mail_with_what_happens_next_and_how_to_keep_it_out_of_the_junk_folder()
    {
        await using var journey = await Journey.StartAsync();
        var tom = await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));

        var mail = journey.MailTo(tom, "registration-received").Mail;
        Assert.Contains("junk", mail.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("mentoring@planners.example", mail.Text, StringComparison.Ordinal);
        Assert.Contains("30 September 2024", mail.Text, StringComparison.Ordinal);
        Assert.Contains("guarantee", mail.Text + (await journey.GetAsync("/register")).Body, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(HttpStatusCode.OK, (await journey.GetAsync(journey.OwnPageOf(tom))).Status);
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RE16")]
    [Trait("Requirement", "RE9")]
    public async Task Mentors_and_mentees_register_by_one_form_with_the_schemes_list_of_areas()
    {
        await using var journey = await Journey.StartAsync();
        var form = (await journey.GetAsync("/register")).Body;
        Assert.All(TestScheme.Small.Expertise, area => Assert.Contains($"value=\"{area.Code}\"", form, StringComparison.Ordinal));
        Assert.Contains("name=\"offers\"", form, StringComparison.Ordinal);
        Assert.Contains("name=\"seeks\"", form, StringComparison.Ordinal);

        var current = await journey.GetJsonAsync("/api/rounds/current");
        Assert.Equal("open", current.GetProperty("state").GetString());
        Assert.Equal(TestScheme.Small.Expertise.Select(area => area.Code), current.GetProperty("expertise").EnumerateArray().Select(area => area.GetProperty("code").GetString()));
        journey.HasNoFaults();
    }

    [Fact]
    public async Task The_same_person_under_another_spelling_of_their_address_amends_and_the_answer_does_not_tell()
    {
        await using var journey = await Journey.StartAsync();
        var anna = await journey.SubmitAsync(Cast.Mentee("Anna New"));
        var first = await journey.SubmitAsync(Cast.Mentee("Tom Hughes"));
        var again = await journey.SubmitAsync(Cast.Mentee("Tom Hughes", "wellbeing").With("email", " Tom.Hughes@UNIVERSITY.example "));

        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.Status, again.Status));
        Assert.Equal(first.Body, again.Body);
        Assert.Equal(NamesIn(anna), NamesIn(again));
        Assert.Equal(["registration-received", "registration-amended"], journey.Templates("tom.hughes@university.example"));
        Assert.Equal(2, (await journey.FiguresAsync()).GetProperty("registrations").GetInt32());
        var own = await journey.GetAsync(journey.OwnPageOf("tom.hughes@university.example") + "/data", json: true);
        Assert.Contains("wellbeing", own.Body, StringComparison.Ordinal);
        journey.HasNoFaults();
    }

    [Fact]
    public async Task The_second_click_on_a_form_gives_the_same_answer_and_no_second_mail()
    {
        await using var journey = await Journey.StartAsync();
        var form = Cast.Mentor("Maya Okafor").With("submissionId", "clicked-twice-1");
        var first = await journey.SubmitAsync(form);
        var second = await journey.SubmitAsync(form);
        await journey.CloseAsync();
        var late = await journey.SubmitAsync(form);

        Assert.Equal((first.Status, first.Body), (second.Status, second.Body));
        Assert.Equal((first.Status, first.Body), (late.Status, late.Body));
        Assert.Single(journey.Mails("maya.okafor@university.example", "registration-received"));
        Assert.Empty(journey.Mails("maya.okafor@university.example", "registration-amended"));

        var other = await journey.SubmitAsync(form.With("jobTitle", "Something else"));
        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        journey.HasNoFaults();
    }

    [Fact]
    public async Task The_same_person_sending_many_forms_at_once_is_registered_once()
    {
        await using var journey = await Journey.StartAsync();
        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => journey.SubmitAsync(Cast.Mentee("Tom Hughes").With("submissionId", $"at-once-{number}"))));

        Assert.All(replies, reply => Assert.Equal(HttpStatusCode.Created, reply.Status));
        Assert.Single(replies.Select(reply => reply.Body).Distinct());
        Assert.Single(journey.Mails("tom.hughes@university.example", "registration-received"));
        Assert.Equal(1, (await journey.FiguresAsync()).GetProperty("registrations").GetInt32());
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RE5")]
    public async Task Somebody_who_is_both_is_never_matched_with_themselves()
    {
        await using var journey = await Journey.StartAsync();
        var priya = await journey.RegisterAsync(Both("Priya Nair"));
        await journey.CloseAsync();

        Assert.Empty(await journey.MatchesAsync());
        Assert.Equal(["registration-received", "round-run", "round-unmatched"], journey.Templates(priya).Order());
        journey.HasNoFaults();
    }

    [Fact]
    [Trait("Requirement", "RE5")]
    public async Task Two_who_are_both_may_mentor_each_other()
    {
        await using var journey = await Journey.StartAsync();
        var priya = await journey.RegisterAsync(Both("Priya Nair").With("institution", "University of the North"));
        var owen = await journey.RegisterAsync(Both("Owen Price"));
        await journey.CloseAsync();
        await journey.AcceptAsync(priya);
        await journey.AcceptAsync(owen);

        Assert.Equal(2, journey.Mails(priya, "introduction").Count);
        Assert.Equal(2, journey.Mails(owen, "introduction").Count);
        journey.HasNoFaults();
    }

    private static FormFields Both(string name) => Cast.Mentee(name).With("role", "both").With("capacity", "1").With("offers", "career-planning");

    private static IEnumerable<string> NamesIn(Reply reply) => reply.Json.EnumerateObject().Select(property => $"{property.Name} {property.Value.ToString().Length}");
}
