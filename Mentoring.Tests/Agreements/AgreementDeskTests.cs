using Mentoring.Core;
using Mentoring.Core.Agreements;
using Mentoring.Core.Partnerships;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Functions.Shell;
using Mentoring.Tests.Partnerships;

namespace Mentoring.Tests.Agreements;

public class AgreementDeskTests
{
    [Fact]
    [Trait("Requirement", "RD1")]
    public async Task Both_read_the_text_and_sign_it()
    {
        using var rig = await PairRig.IntroducedAsync();
        var page = await rig.GetAsync("agreements", Party.Mentee);
        Assert.Equal(200, page.Status);
        Assert.Contains("<strong>stays</strong>", page.Body, StringComparison.Ordinal);
        Assert.Contains("Sign the agreement", page.Body, StringComparison.Ordinal);

        var signed = await Sign(rig, Party.Mentee, "Tom Hughes");
        Assert.Equal((303, $"/agreements/{rig.Token(Party.Mentee)}"), (signed.Status, signed.Headers.Location.ToString()));
        Assert.Contains("You have signed.", (await rig.GetAsync("agreements", Party.Mentee)).Body, StringComparison.Ordinal);
        Assert.IsType<Agreement.HalfSigned>(await State(rig));

        Assert.Equal(303, (await Sign(rig, Party.Mentor, "Maya Okafor")).Status);
        Assert.IsType<Agreement.Complete>(await State(rig));
        Assert.IsType<Partnership.Active>(await rig.Reader.StateAsync(Stages.Partnerships, PairRig.Round, "p-1", default));
        Assert.Contains("Tom Hughes", (await rig.GetAsync("agreements", Party.Mentor, json: true)).Body, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Requirement", "B12")]
    public async Task Looking_signs_nothing()
    {
        using var rig = await PairRig.IntroducedAsync();
        var head = await rig.Ledger.JournalHeadAsync(PairRig.Round, default);
        await rig.GetAsync("agreements", Party.Mentor);
        await rig.GetAsync("agreements", Party.Mentor, json: true);
        Assert.Equal(head, await rig.Ledger.JournalHeadAsync(PairRig.Round, default));
    }

    [Fact]
    public async Task The_same_name_again_is_fine_and_another_one_is_a_conflict()
    {
        using var rig = await PairRig.IntroducedAsync();
        Assert.Equal(303, (await Sign(rig, Party.Mentee, "Tom Hughes")).Status);
        Assert.Equal(303, (await Sign(rig, Party.Mentee, " Tom Hughes ")).Status);
        var other = await Sign(rig, Party.Mentee, "Somebody Else");
        Assert.Equal(409, other.Status);
        Assert.Contains("You have signed.", other.Body, StringComparison.Ordinal);
        Assert.Contains("signed already, as Tom Hughes", other.Body, StringComparison.Ordinal);

        var problem = await rig.PostAsync("agreements", rig.Token(Party.Mentee), json: true, ("agree", "yes"), ("signature", "Somebody Else"));
        Assert.Equal(409, problem.Status);
        Assert.Contains("\"code\":\"agreement-signed\"", problem.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "Tom Hughes", "agree")]
    [InlineData("no", "Tom Hughes", "agree")]
    [InlineData("yes", "", "signature")]
    [InlineData("yes", "T", "signature")]
    [InlineData("yes", "Tom\nHughes", "signature")]
    public async Task A_faulty_signature_is_refused_at_its_field_and_kept(string agree, string signature, string field)
    {
        using var rig = await PairRig.IntroducedAsync();
        var page = await rig.PostAsync("agreements", Party.Mentee, ("agree", agree), ("signature", signature), ("version", "2"));
        Assert.Equal(422, page.Status);
        Assert.Contains($"href=\"#{field}\"", page.Body, StringComparison.Ordinal);
        if (field == "agree")
            Assert.Contains("value=\"Tom Hughes\"", page.Body, StringComparison.Ordinal);
        var json = await rig.PostAsync("agreements", rig.Token(Party.Mentee), json: true, ("agree", agree), ("signature", signature));
        Assert.Equal(422, json.Status);
        Assert.Contains($"\"{field}\":[", json.Body, StringComparison.Ordinal);
        Assert.IsType<Agreement.Unsigned>(await State(rig));
    }

    [Fact]
    public async Task Whoever_read_another_version_is_shown_the_right_one()
    {
        using var rig = await PairRig.IntroducedAsync();
        var page = await rig.PostAsync("agreements", Party.Mentee, ("agree", "yes"), ("signature", "Tom Hughes"), ("version", "1"));
        Assert.Equal(422, page.Status);
        Assert.IsType<Agreement.Unsigned>(await State(rig));
    }

    [Fact]
    public async Task A_late_signature_is_gone_before_and_after_the_clock_says_so()
    {
        using var rig = await PairRig.IntroducedAsync();
        rig.Time.Now = Sample.Day(40);
        Assert.Equal(410, (await Sign(rig, Party.Mentee, "Tom Hughes")).Status);
        Assert.Equal(410, (await rig.GetAsync("agreements", Party.Mentee)).Status);
        await rig.AskAsync(new Request.ToAgreement("p-1", new Agreement.Command.Tick()));
        Assert.Equal(410, (await Sign(rig, Party.Mentee, "Tom Hughes")).Status);
        var json = await rig.GetAsync("agreements", Party.Mentor, json: true);
        Assert.Equal(410, json.Status);
        Assert.Contains("\"state\":\"lapsed\"", json.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_ended_is_signed_no_more_and_erased_names_are_shown_no_more()
    {
        using var rig = await PairRig.SignedAsync();
        await rig.AskAsync(new Request.ToRegistration("mentor", new Registration.Command.Erase()), Actor.Participant);
        var page = await rig.GetAsync("agreements", Party.Mentee);
        Assert.Equal(410, page.Status);
        Assert.DoesNotContain("Name of mentor", page.Body, StringComparison.Ordinal);
        Assert.Equal(410, (await Sign(rig, Party.Mentee, "Name of mentee")).Status);
    }

    [Fact]
    public async Task A_link_that_never_was_leads_nowhere()
    {
        using var rig = await PairRig.IntroducedAsync();
        Assert.Equal(404, (await rig.GetAsync("agreements", new string('a', 43))).Status);
        Assert.Equal(404, (await rig.GetAsync("agreements", "short", json: true)).Status);
    }

    private static Task<PairRig.Reply> Sign(PairRig rig, Party party, string name) => rig.PostAsync("agreements", party, ("agree", "yes"), ("signature", name), ("version", "2"));

    private static async Task<Agreement> State(PairRig rig) => await rig.Reader.StateAsync(Stages.Agreements, PairRig.Round, "p-1", default);
}
