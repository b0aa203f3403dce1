using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Mentoring.Functions.Telemetry;
using Mentoring.Local.Schemes;
using Mentoring.Tests.Browser;
using Mentoring.Tests.Journeys;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Mentoring.Tests.Telemetry;

/// <summary>A round is lived through with everything listened to: every line of every logger, every span, every measurement.</summary>
public sealed class EmittedTests
{
    private static readonly string[] Gauges = ["mentoring.outbox.age", "mentoring.rounds.overdue", "mentoring.dead_letters"];

    [Fact]
    public async Task Nothing_that_is_logged_traced_or_measured_tells_a_token_an_address_or_a_name_and_the_measures_are_right()
    {
        using var folder = new TestFolder();
        var logs = new CollectingLogs();
        var spans = new ConcurrentQueue<(string Name, string Text)>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == SchemeTelemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => spans.Enqueue((span.OperationName, $"{span.DisplayName} {string.Join(' ', span.TagObjects)} {string.Join(' ', span.Baggage)}")),
        };
        ActivitySource.AddActivityListener(listener);

        await using var host = await SchemeHost.StartAsync(SmallRound.Options(folder.Path) with
        {
            ConfigureLogging = logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs),
        });
        using var measures = new Measures(host.Services.GetRequiredService<IMeterFactory>());
        await SmallRound.PlayAsync(host);
        Assert.Empty(host.Faults);

        var tokens = host.Mailbox.Read().SelectMany(mail => mail.Links).Select(link => new Uri(link).AbsolutePath.Split('/')).Where(parts => parts.Length > 2 && parts[2].Length == 43).Select(parts => parts[2]).ToHashSet();
        Assert.NotEmpty(tokens);
        Assert.Contains(logs.Texts, text => text.Contains("/offers/{token}", StringComparison.Ordinal));
        foreach (var text in logs.Texts.Concat(spans.Select(span => span.Text)).Concat(measures.All.Select(measure => measure.Tags)))
        {
            Assert.DoesNotContain(tokens, token => text.Contains(token, StringComparison.Ordinal));
            Assert.DoesNotMatch("(?i)ann.first|ben.second|maya.okafor|university", text);
        }

        Assert.Superset(new HashSet<string> { "command", "matching", "mail" }, spans.Select(span => span.Name).ToHashSet());
        Assert.Equal(3, measures.Sum("mentoring.registrations", "received"));
        Assert.Equal(2, measures.Sum("mentoring.offers", "made"));
        Assert.Equal(2, measures.Sum("mentoring.offers", "accepted"));
        Assert.Equal(host.Mailbox.Read().Count, measures.Sum("mentoring.mails", "Accepted"));
        Assert.Contains(measures.All, measure => measure.Name == "mentoring.matching.time" && measure.Value > 0);
        Assert.All(Gauges, name => Assert.Contains(measures.All, measure => measure.Name == name));
    }

    [Fact]
    public async Task A_round_that_is_late_and_a_message_that_was_given_up_are_measured()
    {
        await using var busy = await BusyScheme.StartAsync(port: 0);
        using var measures = new Measures(busy.Journey.Host.Services.GetRequiredService<IMeterFactory>());
        await busy.Journey.AdvanceAsync(TimeSpan.FromMinutes(20));

        Assert.Contains(measures.All, measure => measure is ("mentoring.rounds.overdue", 1, _));
        Assert.Contains(measures.All, measure => measure is ("mentoring.dead_letters", 1, _));
    }
}
