using Mentoring.Functions.Keeping;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Shell;
using Mentoring.Tests.Registrations;

namespace Mentoring.Tests.Keeping;

public sealed class PastMailsTests : IDisposable
{
    private readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Mails_that_are_done_with_go_after_a_year_and_a_half_and_those_on_their_way_stay()
    {
        await Couple.JoinAsync(office);
        var unsent = (await office.RowsAsync(OutboxMail.Kind))[0].Key.Id;
        foreach (var row in (await office.RowsAsync(OutboxMail.Kind)).Where(row => row.Key.Id != unsent))
            await office.Get<MailDispatch>().SendAsync(new Address(Office.Round, row.Key.Id), office.Waker, default);
        Assert.Equal(2, (await office.MailsAsync()).Count);

        office.Clock.Now += PastMails.Kept - TimeSpan.FromMinutes(1);
        Assert.Equal(0, await office.Get<PastMails>().RemoveAsync(100, default));
        office.Clock.Now += TimeSpan.FromMinutes(2);
        Assert.Equal(1, await office.Get<PastMails>().RemoveAsync(100, default));
        Assert.Equal(0, await office.Get<PastMails>().RemoveAsync(100, default));
        Assert.Equal(unsent, Assert.Single(await office.RowsAsync(OutboxMail.Kind)).Key.Id);
        Assert.Equal(2, (await office.RowsAsync(Link.Kind)).Count);
    }

    [Fact]
    public async Task Links_that_open_nothing_any_more_go_as_many_at_a_time_as_are_asked_for()
    {
        await Couple.JoinAsync(office);
        office.Clock.Now = office.Clock.Now.AddYears(4);
        Assert.Equal(1, await office.Get<PastMails>().RemoveAsync(1, default));
        Assert.Equal(1, await office.Get<PastMails>().RemoveAsync(5, default));
        Assert.Empty(await office.RowsAsync(Link.Kind));
    }
}
