using System.Text.Json;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Rounds;
using Mentoring.Functions.Shell;
using Mentoring.Tests.Coordinator;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Rounds;

[Trait("Requirement", "B9")]
public sealed class RoundVerificationTests
{
    private const string NotAsSealed = "Matching: the record is missing or is not what was sealed.";

    [Fact]
    public async Task A_matching_put_in_the_place_of_the_one_in_the_journal_does_not_hold_though_it_proves_itself()
    {
        await using var host = await MatchedAsync();
        var (kept, round) = (await RowAsync(host, MatchingArchive.Kind), await RowAsync(host, Stages.Rounds.Kind));
        var run = JsonSerializer.Deserialize<MatchingArchive.Run>(TextIn(kept), LedgerJson.Options)!;
        var other = MatchingArchive.TextOf(MatchingArchive.Run.Of(run.Pool with { Mentees = [.. run.Pool.Mentees.Skip(1)] }, run.Rules, run.Seed));
        Assert.All(await CheckAsync(host), finding => Assert.True(finding.Holds, finding.Words));

        await CommitAsync(
            host,
            new RowWrite.Replace(kept.Key, LedgerJson.Write(other), kept.Version),
            new RowWrite.Replace(round.Key, round.Json.Replace(MatchingArchive.DigestOf(TextIn(kept)), MatchingArchive.DigestOf(other), StringComparison.Ordinal), round.Version));

        Assert.Equal(NotAsSealed, Assert.Single(await CheckAsync(host), finding => !finding.Holds).Words);
    }

    [Fact]
    public async Task A_round_that_was_matched_by_its_journal_and_has_no_matching_does_not_hold()
    {
        await using var host = await MatchedAsync();
        var round = await RowAsync(host, Stages.Rounds.Kind);
        await CommitAsync(host, new RowWrite.Delete(round.Key, round.Version));
        Assert.Equal(NotAsSealed, Assert.Single(await CheckAsync(host), finding => !finding.Holds).Words);
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_does_not_hold()
    {
        await using var host = await MatchedAsync();
        var kept = await RowAsync(host, MatchingArchive.Kind);
        await CommitAsync(host, new RowWrite.Replace(kept.Key, "no JSON", kept.Version));
        Assert.Equal(NotAsSealed, Assert.Single(await CheckAsync(host), finding => !finding.Holds).Words);

        var round = await RowAsync(host, Stages.Rounds.Kind);
        await CommitAsync(host, new RowWrite.Replace(round.Key, "no JSON", round.Version));
        Assert.Contains(await CheckAsync(host), finding => !finding.Holds);
    }

    private static async Task<CoordinatorHost> MatchedAsync()
    {
        var host = await CoordinatorHost.StartAsync();
        await host.MentorAsync("Maya Okafor", "One University", "wellbeing");
        await host.MenteeAsync("Tom Hughes", "Another University", "wellbeing");
        await host.MenteeAsync("Ann Price", "Another University", "wellbeing");
        await host.RunRoundAsync();
        return host;
    }

    private static string TextIn(LedgerRow kept) => JsonSerializer.Deserialize<string>(kept.Json, LedgerJson.Options)!;

    private static Task<IReadOnlyList<Finding>> CheckAsync(CoordinatorHost host) =>
        host.Host.Services.GetRequiredService<RoundVerification>().CheckAsync(CoordinatorHost.Round, CancellationToken.None);

    private static async Task<LedgerRow> RowAsync(CoordinatorHost host, string kind) =>
        await host.Host.Ledger.ListAsync(CoordinatorHost.Round, kind, CancellationToken.None).FirstAsync();

    private static async Task CommitAsync(CoordinatorHost host, params RowWrite[] writes) =>
        await host.Host.Ledger.CommitAsync(new LedgerChange(CoordinatorHost.Round, "changed-" + writes[0].Key.Id + writes[0].Key.Kind, writes, []), CancellationToken.None);
}
