using Mentoring.Core.Registrations;
using Mentoring.Tests.Browser;
using Mentoring.Tests.Journeys;
using Mentoring.Tests.Pages;

namespace Mentoring.Tests.Http;

/// <summary>Every form at the desk, sent by a coordinator who has made a mistake, and by somebody who means harm.</summary>
public sealed class CoordinatorFormTests : IAsyncLifetime
{
    /// <summary>Fields that take several lines of anything that can be read.</summary>
    private static readonly HashSet<string> Words = ["what", "because", "reason-in-words"];

    private static readonly HashSet<string> Codes = ["reason", "mentorStays", "opens", "deadline"];

    private static readonly string[] NoNames = ["<script>alert(1)</script>", "YES", "yes yes"];

    private BusyScheme? scheme;

    private BusyScheme Scheme => scheme!;

    public async Task InitializeAsync() => scheme = await BusyScheme.StartAsync(port: 0);

    public async Task DisposeAsync()
    {
        if (scheme is not null)
            await scheme.DisposeAsync();
    }

    [Fact]
    public Task Forms_come_back_with_what_is_wrong_and_all_that_was_typed() =>
        FormFaultTests.EachAsync(Scheme.Journey, [.. PageList.FurtherParticipants(Scheme), .. PageList.Desk(Scheme), .. PageList.Actions(Scheme)]);

    [Fact]
    public async Task What_is_not_what_a_field_is_for_is_refused_with_the_last_word_too_and_changes_nothing()
    {
        var (before, mails, faults) = (await ImageAsync(), Scheme.Journey.Host.Mailbox.Read().Count, Scheme.Journey.Host.Faults.Count);
        var forms = PageList.Actions(Scheme).Where(page => page.Name.EndsWith("-sure", StringComparison.Ordinal)).ToList();
        Assert.True(forms.Count >= 6, $"{forms.Count} forms");
        foreach (var form in forms)
        {
            var token = Rendered.Parse((await Scheme.Journey.GetAsync(form.Path)).Body).QuerySelector("main form input[name=desk]")!.GetAttribute("value")!;
            foreach (var (field, value) in form.Fields.SelectMany(field => Hostile(form, field.Name).Select(value => (field.Name, value))))
            {
                var what = $"{form.Name}, {field} = {FieldReader.Shown(value)}";
                var reply = await Scheme.Journey.PostAsync(form.Post!, [("desk", token), ("confirm", "yes"), .. form.Fields.Where(other => other.Name != field), (field, value)]);
                Assert.True((int)reply.Status is 409 or 422, $"{what}: {reply}");
                Assert.DoesNotContain("<script>", reply.Body, StringComparison.Ordinal);
                Assert.True(before.SequenceEqual(await ImageAsync()), $"{what}: something was stored");
            }
        }

        Assert.Equal(mails, Scheme.Journey.Host.Mailbox.Read().Count);
        Assert.Equal(faults, Scheme.Journey.Host.Faults.Count);
    }

    [Fact]
    public async Task Whatever_an_address_at_the_desk_asks_for_is_answered_and_comes_back_as_text()
    {
        string[] addresses =
        [
            "/coordinator/people?q={0}", "/coordinator/people?round={0}", "/coordinator/people?page={0}", "/coordinator/mail?round={0}", "/coordinator/mail?state={0}", "/coordinator/mail?page={0}", "/coordinator/journal?round={0}", "/coordinator/journal?page={0}",
            $"/coordinator/rounds/{BusyScheme.Matched}/what-if?recruit={{0}}", $"/coordinator/rounds/{BusyScheme.Matched}/what-if?places={{0}}", $"/coordinator/rounds/{BusyScheme.Matched}/why-not?mentee={{0}}&mentor={{0}}",
            "/coordinator/pair?mentee={0}", "/coordinator?done={0}",
        ];
        var faults = Scheme.Journey.Host.Faults.Count;
        foreach (var address in addresses)
        {
            foreach (var value in HostileFields.All)
            {
                var reply = await Scheme.Journey.GetAsync(address.Replace("{0}", Uri.EscapeDataString(value[..Math.Min(value.Length, 2_000)]), StringComparison.Ordinal));
                Assert.True((int)reply.Status < 500, $"{address} {FieldReader.Shown(value)}: {reply.Status}");
                Assert.DoesNotContain("<script>alert", reply.Body, StringComparison.Ordinal);
            }
        }

        Assert.Equal(faults, Scheme.Journey.Host.Faults.Count);
    }

    private static IEnumerable<string> Hostile(ShownPage form, string field)
    {
        var kind = field == "reason" && form.Post!.EndsWith("/withdraw", StringComparison.Ordinal) ? "reason-in-words" : field;
        if (Words.Contains(kind))
            return HostileFields.Anywhere;
        if (Codes.Contains(kind))
            return [.. HostileFields.Anywhere, .. HostileFields.InALine, .. HostileFields.InACode];
        return kind switch
        {
            "note" => [.. HostileFields.Anywhere, .. HostileFields.InALine],
            "id" => [.. HostileFields.Anywhere, .. HostileFields.InALine, .. NoNames],
            _ => [.. HostileFields.Anywhere, .. HostileFields.InALine, .. HostileFields.InAnAddress, .. HostileFields.InACode],
        };
    }

    /// <summary>All that is stored, but for the entries that say who of the coordinators asked for what.</summary>
    private async Task<IReadOnlyList<string>> ImageAsync() =>
    [
        .. (await LedgerImage.RowsAsync(Scheme.Journey.Host.Ledger)).Select(row => $"{row.Key} {row.Version}"),
        .. (await LedgerImage.JournalAsync(Scheme.Journey.Host.Ledger)).Where(entry => !entry.Draft.Event.StartsWith("desk.", StringComparison.Ordinal)).Select(entry => $"{entry.Partition} {entry.Draft.Event} {entry.Draft.Subject}"),
    ];
}
