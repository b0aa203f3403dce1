using Mentoring.Core.Schemes;
using Mentoring.Functions.Coordinator.SigningIn;
using Mentoring.Functions.Keeping;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Shell;
using Mentoring.Tests.Registrations;

namespace Mentoring.Tests.Keeping;

public sealed class PastSignInsTests : IDisposable
{
    private readonly Office office = new();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Links_sessions_and_their_mails_go_a_week_after_they_were_of_use_and_the_journal_stays()
    {
        await SignInAsync();
        await office.Get<SignIns>().AskAsync(office.Get<Scheme>().Contact.Email, default);
        var events = await office.EventsAsync(DeskRows.Partition);
        Assert.Equal("2 links, 1 sessions, 2 mails", await CountsAsync());

        office.Clock.Now += PastSignIns.Kept;
        Assert.Equal(1, await office.Get<PastSignIns>().RemoveAsync(100, default));
        office.Clock.Now += SignIns.LinkLife;
        Assert.Equal(2, await office.Get<PastSignIns>().RemoveAsync(100, default));
        office.Clock.Now += SignIns.SessionLife;
        Assert.Equal(1, await office.Get<PastSignIns>().RemoveAsync(100, default));

        // A mail on its way is left to whoever sends it.
        Assert.Equal("0 links, 0 sessions, 1 mails", await CountsAsync());
        Assert.IsType<OutboxMail.Pending>(Assert.Single(await office.MailsAsync()));
        Assert.Equal(events, await office.EventsAsync(DeskRows.Partition));
    }

    [Fact]
    public async Task No_more_go_at_once_than_are_asked_for_and_sessions_stay_as_long_as_theirs_is()
    {
        await SignInAsync();
        await SignInAsync();
        office.Clock.Now += PastSignIns.Kept + SignIns.LinkLife;

        Assert.Equal(1, await office.Get<PastSignIns>().RemoveAsync(1, default));
        Assert.Equal(2, await office.Get<PastSignIns>().RemoveAsync(2, default));
        Assert.Equal(1, await office.Get<PastSignIns>().RemoveAsync(5, default));
        Assert.Equal("0 links, 2 sessions, 0 mails", await CountsAsync());
    }

    private async Task SignInAsync()
    {
        var signIns = office.Get<SignIns>();
        await signIns.AskAsync(office.Get<Scheme>().Contact.Email, default);
        var mail = (await office.MailsAsync()).OfType<OutboxMail.Pending>().Last();
        Assert.NotNull(await signIns.EnterAsync(mail.Token!, default));
        await office.Get<MailDispatch>().SendAsync(new Address(DeskRows.Partition, mail.Draft.Key), office.Waker, default);
    }

    private async Task<string> CountsAsync() =>
        $"{(await office.RowsAsync(SignInLink.Kind)).Count} links, {(await office.RowsAsync(DeskSession.Kind)).Count} sessions, {(await office.RowsAsync(OutboxMail.Kind)).Count} mails";
}
