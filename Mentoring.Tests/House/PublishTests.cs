namespace Mentoring.Tests.House;

public class PublishTests
{
    [Fact]
    public async Task Functions_are_never_published_with_the_surface_in_place_of_Azure()
    {
        var (exitCode, output) = await DotNet.Run(
            Repository.Root, "msbuild", "Mentoring.Functions/Mentoring.Functions.csproj", "-nologo", "-t:Publish", "-p:NoBuild=true", "-p:AzurePackages=false");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("Mentoring.Functions is published only with the Azure packages", output, StringComparison.Ordinal);
    }
}
