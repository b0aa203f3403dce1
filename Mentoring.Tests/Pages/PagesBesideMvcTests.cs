using Mentoring.Pages;
using Mentoring.Pages.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Pages;

/// <summary>In Azure the services of MVC stand beside ours, and on a developer's machine scopes are checked.</summary>
public sealed class PagesBesideMvcTests
{
    [Fact]
    public async Task A_page_renders_beside_the_services_of_MVC_where_scopes_are_checked()
    {
        var services = new ServiceCollection().AddLogging().AddPages();
        services.AddMvc();
        await using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true });

        var page = provider.GetRequiredService<PageRenderer>().Render(new Samples().RegistrationForm(FormState.Empty));

        Assert.StartsWith("<!DOCTYPE html>", page, StringComparison.OrdinalIgnoreCase);
    }
}
