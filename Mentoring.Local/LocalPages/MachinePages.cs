using Mentoring.Local.Hosting;
using Mentoring.Local.Hosting.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Mentoring.Local.LocalPages;

/// <summary>The pages that exist on this machine only. Whoever comes from elsewhere gets 403.</summary>
internal static class MachinePages
{
    /// <param name="more">Pages beside the mailbox and the clock.</param>
    public static void Map(IEndpointRouteBuilder routes, LocalHost host, Action<IEndpointRouteBuilder>? more)
    {
        var group = routes.MapGroup("").WithMetadata(Loopback.Only);
        MailPage.Map(group, host.Mailbox);
        ClockPage.Map(group, host);
        more?.Invoke(group);
    }
}
