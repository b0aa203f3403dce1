#if !AZURE_SURFACE
using System.Net;
using Mentoring.Functions.Memberships;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Memberships;

/// <summary>The policies by Microsoft.Extensions.Http.Polly, as in Azure; wherever the package is there.</summary>
public sealed class AzureDirectoryTests
{
    [Fact]
    public async Task The_package_puts_the_same_policies_before_the_client()
    {
        var patience = DirectoryPatience.Usual with { Pause = TimeSpan.FromMilliseconds(1) };
        using var directory = new FakeDirectory
        {
            Trouble = (attempt, _) => Task.FromResult(attempt < 3 ? FakeDirectory.Answer(HttpStatusCode.InternalServerError) : FakeDirectory.Answer(HttpStatusCode.OK, """{ "standing": "current" }""")),
        };
        await using var services = new ServiceCollection().AddLogging()
            .AddDirectory(FakeDirectory.Address, null, patience, (client, policy) => client.AddPolicyHandler(policy).ConfigurePrimaryHttpMessageHandler(() => directory))
            .BuildServiceProvider();

        Assert.Equal(new MembershipRecord.Member(true, null), await services.GetRequiredService<IMembershipRecords>().FindAsync("M-1", CancellationToken.None));
        Assert.Equal(3, directory.Tries);
    }
}
#endif
