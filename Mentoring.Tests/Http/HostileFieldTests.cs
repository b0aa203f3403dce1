using Mentoring.Core.Registrations;
using Mentoring.Tests.Journeys;
using Mentoring.Tests.Registrations;

namespace Mentoring.Tests.Http;

/// <summary>Forms in which one field is not what it should be: refused with the field's name, and nothing is stored.</summary>
public sealed class HostileFieldTests(LivedInScheme scheme) : IClassFixture<LivedInScheme>
{
    private static readonly HashSet<string> Texts = ["biography", "objectives", "reasons", "comment", "progress", "reason-in-words"];

    private static readonly HashSet<string> Codes =
        ["role", "capacity", "offers", "seeks", "sameInstitution", "commitment", "codeOfConduct", "privacy", "answer", "agree", "useful", "share", "purpose", "continue", "again", "opens", "deadline", "reviewMonths", "timeZone"];

    [Theory]
    [InlineData("mentor")]
    [InlineData("mentee")]
    [InlineData("both")]
    public async Task In_a_registration(string role)
    {
        var form = (role switch { "mentor" => ValidFields.Mentor("Hostile Person"), "mentee" => ValidFields.Mentee("Hostile Person"), _ => ValidFields.Both("Hostile Person") })
            .With("submissionId", "hostile-1").With("exclude", "boss@university.example").With("redirect", "https://planners.example/thanks");
        await EachFieldIsRefusedAsync("/api/registrations", form);
    }

    [Fact]
    public async Task In_whatever_else_people_send()
    {
        await EachFieldIsRefusedAsync(scheme.Pages["offers"], Form(("answer", "decline")));
        await EachFieldIsRefusedAsync(scheme.Pages["agreements"], Form(("agree", "yes"), ("signature", "Una Unsigned")));
        await EachFieldIsRefusedAsync(scheme.Pages["reviews"], Form(("useful", "4"), ("share", "no"), ("progress", "Well.")));
        await EachFieldIsRefusedAsync(scheme.Pages["partnerships"] + "/end", Form(("comment", "Thank you."), ("again", "no")));
    }

    [Fact]
    public async Task In_whatever_the_coordinator_sends()
    {
        await EachFieldIsRefusedAsync("/api/coordinator/rounds", Form(("id", "another"), ("opens", "2026-01-01T12:00"), ("deadline", "2026-02-01T12:00"), ("timeZone", "Europe/London"), ("reviewMonths", "6")));
        await EachFieldIsRefusedAsync("/api/coordinator/pairs", Form(("mentee", "otto.offered@university.example"), ("mentor", "maya.okafor@university.example"), ("note", "A good pair.")));
        await EachFieldIsRefusedAsync("/api/coordinator/exclusions", Form(("a", "otto.offered@university.example"), ("b", "maya.okafor@university.example")));
        await EachFieldIsRefusedAsync($"/api/coordinator/offers/{scheme.Offer}/withdraw", Form(("reason-in-words", "A mistake.")));
    }

    private static FormFields Form(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private async Task EachFieldIsRefusedAsync(string path, FormFields valid)
    {
        var host = scheme.Journey.Host;
        var (before, mails) = (await LedgerImage.ShapeAsync(host.Ledger), host.Mailbox.Read().Count);
        foreach (var name in valid.Names)
        {
            IEnumerable<string> values = Codes.Contains(name) ? [.. HostileFields.Anywhere, .. HostileFields.InALine, .. HostileFields.InACode] : Texts.Contains(name) ? HostileFields.Anywhere : name is "email" or "exclude" ? [.. HostileFields.Anywhere, .. HostileFields.InALine, .. HostileFields.InAnAddress] : [.. HostileFields.Anywhere, .. HostileFields.InALine];
            foreach (var value in values)
                await IsRefusedAsync(path, name, valid.With(name, value));
        }

        Assert.Equal(before, await LedgerImage.ShapeAsync(host.Ledger));
        Assert.Equal(mails, host.Mailbox.Read().Count);
        scheme.Journey.HasNoFaults();
    }

    private async Task IsRefusedAsync(string path, string name, FormFields form)
    {
        var pairs = form.Names.SelectMany(field => form[field].Select(value => (field == "reason-in-words" ? "reason" : field, value))).ToArray();
        var reply = await scheme.Journey.PostForJsonAsync(path, pairs);
        Assert.True((int)reply.Status is 403 or 409 or 422, $"{path} {name} = {form.First(name)}: {reply.Status} {reply.Body}");
        Assert.NotEqual("", reply.Code);
        if ((int)reply.Status == 422)
            Assert.True(reply.Json.GetProperty("errors").EnumerateObject().Any(), reply.Body);
        var page = await scheme.Journey.PostAsync(path, pairs);
        Assert.DoesNotContain("<script>", page.Body, StringComparison.Ordinal);
        if ((int)reply.Status == 422 && !path.StartsWith("/api/coordinator", StringComparison.Ordinal))
            FaultyPage.Holds($"{path} {name} = {form.First(name)}", page.Body, pairs, reply.Json.GetProperty("errors"));
    }
}
