using System.Net;
using Mentoring.Tests.Pages;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Coordinator;

/// <summary>A session at the desk that ends while somebody types.</summary>
public sealed class SessionOverTests
{
    [Fact]
    public async Task Whoever_is_out_or_has_an_old_link_is_led_to_signing_in()
    {
        await using var host = await CoordinatorHost.StartAsync(openDesk: false);
        var desk = new Desk(host);
        var link = await desk.LinkAsync(host.Host.Services.GetRequiredService<Mentoring.Core.Schemes.Scheme>().Contact.Email);
        await host.Host.AdvanceAsync(TimeSpan.FromMinutes(15));

        foreach (var page in new[] { (await desk.GetAsync(link)).Page, (await desk.PostAsync("/coordinator/rounds/autumn/run", ("confirm", "yes"))).Page })
            Assert.NotNull(page.QuerySelector("main a[href='/coordinator/sign-in']"));
    }

    [Fact]
    public async Task What_was_typed_into_a_form_whose_session_is_over_is_kept_until_it_is_sent_again()
    {
        await using var host = await CoordinatorHost.StartAsync(openDesk: false);
        var known = host.Host.Services.GetRequiredService<Mentoring.Core.Schemes.Scheme>().Contact.Email;
        var desk = new Desk(host);
        await desk.SignInAsync(known);
        var sure = await desk.SubmitAsync((await desk.GetAsync("/coordinator/changes")).Page, ("what", "Mentors are shown <round>\nby video."), ("because", "Reviews asked for it."));
        await host.Host.AdvanceAsync(TimeSpan.FromHours(8));

        var over = await desk.SubmitAsync(sure.Page);
        Assert.Equal(HttpStatusCode.Forbidden, over.Status);
        Assert.Contains("What you typed is kept here", Rendered.Words(over.Page), StringComparison.Ordinal);

        await desk.SignInAsync(known);
        var old = await desk.SubmitAsync(over.Page);
        Assert.Equal(HttpStatusCode.BadRequest, old.Status);
        var asked = await desk.SubmitAsync(old.Page);
        Assert.Equal(HttpStatusCode.OK, asked.Status);
        Assert.Contains("Yes, publish this change", Rendered.Words(asked.Page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await desk.SubmitAsync(asked.Page)).Status);
        Assert.Contains("Mentors are shown <round> by video.", Rendered.Words((await desk.GetAsync("/scheme")).Page), StringComparison.Ordinal);
    }
}
