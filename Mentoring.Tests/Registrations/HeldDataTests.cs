using System.Text.Json;
using Mentoring.Core;
using Mentoring.Core.Partnerships;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Registrations;
using Mentoring.Functions.Shell;
using Mentoring.Tests.Schemes;

namespace Mentoring.Tests.Registrations;

public sealed class HeldDataTests : IDisposable
{
    private static readonly string[] Kinds =
    [
        Stages.Registrations.Kind, Stages.Mentees.Kind, Stages.Mentors.Kind, Stages.Offers.Kind, Stages.Agreements.Kind, Stages.Partnerships.Kind, Stages.Reviews.Kind,
        PersonIndex.Kind, Submission.Kind, "outbox", "link",
    ];

    private readonly Office _office = new();

    public void Dispose() => _office.Dispose();

    [Fact]
    [Trait("Requirement", "RA3")]
    [Trait("Requirement", "B6")]
    public async Task Neither_page_nor_export_of_a_mentor_tells_of_an_offer_that_was_not_accepted()
    {
        var pair = await Couple.JoinAsync(_office);
        var mentorToken = pair.MentorToken;
        var (page, data) = (await PageAsync(mentorToken), await DataAsync(mentorToken));

        await pair.OfferAsync("o-1");
        Assert.Equal((page, data), (await PageAsync(mentorToken), await DataAsync(mentorToken)));
        await pair.DeclineAsync("o-1", "Not the right time for me.");
        Assert.Equal((page, data), (await PageAsync(mentorToken), await DataAsync(mentorToken)));
    }

    [Fact]
    public async Task The_export_holds_what_a_person_said_signed_and_was_sent()
    {
        var pair = await Couple.JoinAsync(_office);
        var (mentorToken, menteeToken) = (pair.MentorToken, pair.MenteeToken);
        await pair.OfferAsync("o-1");
        await pair.DeclineAsync("o-1", "Not the right time for me.");
        await pair.OfferAsync("o-2");
        await pair.AcceptAsync("o-2", "p-1");
        await pair.SignAsync("p-1");

        var mine = JsonDocument.Parse(await DataAsync(menteeToken)).RootElement.GetProperty("registrations")[0];
        var theirs = JsonDocument.Parse(await DataAsync(mentorToken)).RootElement.GetProperty("registrations")[0];

        Assert.Equal("Tom Hughes", mine.GetProperty("entry").GetProperty("name").GetString());
        Assert.Equal(["declined", "accepted"], mine.GetProperty("offers").EnumerateArray().Select(offer => offer.GetProperty("state").GetString()!));
        Assert.Equal("Not the right time for me.", mine.GetProperty("offers")[0].GetProperty("reason").GetString());
        Assert.Equal("Tom Hughes, signed", mine.GetProperty("partnerships")[0].GetProperty("signature").GetProperty("name").GetString());
        Assert.Equal("Maya Okafor, signed", theirs.GetProperty("partnerships")[0].GetProperty("signature").GetProperty("name").GetString());
        Assert.Contains(MailTemplates.Offer, mine.GetProperty("mails").EnumerateArray().Select(mail => mail.GetProperty("template").GetString()));
        Assert.Equal(0, theirs.GetProperty("offers").GetArrayLength());
        Assert.DoesNotContain("Tom Hughes", theirs.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(MembershipFinding.Lapsed, "lapsed")]
    [InlineData(MembershipFinding.NotAdmitted, "not-admitted")]
    public void The_export_says_when_somebody_left_and_what_the_records_said_where_they_were_turned_away(MembershipFinding? found, string? told)
    {
        var at = new DateTimeOffset(2024, 9, 12, 9, 0, 0, TimeSpan.Zero);
        var entry = Assert.IsType<FormResult.Valid>(RegistrationForm.Read(ValidFields.Mentee(), TestScheme.Small, at)).Entry;
        var station = new Station("2024", "r-1", new Registration.Withdrawn(entry.Email.Person, entry, at.AddDays(-1), at, TurnedAway: found), new MenteeStanding.None(), new MentorPlaces.None());

        Assert.Equal(new HeldLeaving(at, told), HeldRegistration.Of(station, HeldRecords.Of([]), 0, []).Left);
    }

    [Fact]
    public async Task Erasing_leaves_no_word_of_the_person_in_any_row_ends_what_runs_and_lets_them_register_anew()
    {
        var pair = await Couple.JoinAsync(_office);
        var menteeToken = pair.MenteeToken;
        await pair.OfferAsync("o-1");
        await pair.DeclineAsync("o-1", "Erase: not the right time.");
        await pair.OfferAsync("o-2");
        await pair.AcceptAsync("o-2", "p-1");
        await pair.SignAsync("p-1");
        string[] words = ["Tom Hughes", "tom.hughes", "Erase:", EmailAddress.TryParse("tom.hughes@university.example", out var address) ? address.Person : "", "Decide on my next step"];
        Assert.Equal(5, await HeldAsync(words));

        var unconfirmed = await EraseAsync(menteeToken);
        var erased = await EraseAsync(menteeToken, ("confirm", "yes"));
        var after = await _office.SendAsync(Posts.Get("application/json"), request => _office.Get<AmendmentDesk>().ShowAsync(request, menteeToken, default));

        Assert.Equal((422, 303), (unconfirmed.Status, erased.Status));
        after.AssertProblem(410, "registration-erased");
        Assert.Equal(0, await HeldAsync(words));
        Assert.IsType<Partnership.Ended>(Stages.Partnerships.Of(Assert.Single(await _office.RowsAsync(Stages.Partnerships.Kind))));
        Assert.Contains(MailTemplates.PartnershipEnded, await _office.TemplatesAsync());
        var anew = await _office.RegisterAsync(ValidFields.Mentee());
        Assert.NotEqual(pair.Mentee, anew.Json.GetProperty("registrationId").GetString());
    }

    /// <summary>How many of the words stand somewhere in the ledger.</summary>
    private async Task<int> HeldAsync(string[] words)
    {
        var rows = new List<string>();
        foreach (var kind in Kinds)
            rows.AddRange((await _office.RowsAsync(kind)).Select(row => row.Key + row.Json));
        await foreach (var entry in _office.Ledger.JournalAsync(Office.Round, 0, default))
            rows.Add(JsonSerializer.Serialize(entry));
        return words.Count(word => rows.Any(row => row.Contains(word, StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>Without the id that is new each time the page is shown.</summary>
    private async Task<string> PageAsync(string token) => System.Text.RegularExpressions.Regex.Replace(
        (await _office.SendAsync(Posts.Get(), request => _office.Get<AmendmentDesk>().ShowAsync(request, token, default))).Body, "name=\"submissionId\" value=\"[^\"]*\"", "");

    private async Task<string> DataAsync(string token) => (await _office.SendAsync(Posts.Get("application/json"), request => _office.Get<DataDesk>().ShowAsync(request, token, default))).Body;

    private Task<Reply> EraseAsync(string token, params (string, string)[] fields) =>
        _office.SendAsync(Posts.Button(fields), request => _office.Get<ErasureDesk>().EraseAsync(request, token, _office.Waker, default));
}
