using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mentoring.Local.Hosting;
using Mentoring.Local.Time;

namespace Mentoring.Tests.Hosting;

public sealed class ClockTests : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly ToyRecord record = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("P10D", "2024-02-10T10:00:00")]
    [InlineData("P1M", "2024-02-29T10:00:00")]
    [InlineData("P1Y", "2025-01-31T10:00:00")]
    [InlineData("P2W", "2024-02-14T10:00:00")]
    [InlineData("PT36H15M5S", "2024-02-01T22:15:05")]
    [InlineData("P1DT1S", "2024-02-01T10:00:01")]
    public void A_duration_leads_to_an_instant(string duration, string instant) =>
        Assert.Equal(DateTimeOffset.Parse(instant + "Z", System.Globalization.CultureInfo.InvariantCulture), IsoDuration.After(new(2024, 1, 31, 10, 0, 0, TimeSpan.Zero), duration));

    [Theory]
    [InlineData("")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("10D")]
    [InlineData("P-1D")]
    [InlineData("P1D ")]
    [InlineData("P1.5D")]
    [InlineData("P999999Y")]
    public void What_is_no_duration_leads_nowhere(string duration) => Assert.Null(IsoDuration.After(ToyHost.Start, duration));

    [Theory]
    [InlineData("""{"advance":"PT12M"}""", "2024-09-01T00:12:00Z")]
    [InlineData("""{"to":"2024-09-01T00:12:00Z"}""", "2024-09-01T00:12:00Z")]
    [InlineData("""{"to":"2024-09-01T01:12:00+01:00"}""", "2024-09-01T00:12:00Z")]
    public async Task The_clock_is_moved_by_a_request_and_all_on_the_way_happens_first(string body, string now)
    {
        await using var host = await ToyHost.StartAsync(folder.Path, record, typeof(TimerToys));
        using var answer = await host.Client.PostAsync("/local/clock", new StringContent(body));

        Assert.Equal(now, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("now").GetString());
        Assert.Equal(now, (await host.Client.GetFromJsonAsync<JsonElement>("/local/clock")).GetProperty("now").GetString());
        Assert.Equal(["five 09-01T00:05:00", "five 09-01T00:10:00"], record.Done);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"advance":7}""")]
    [InlineData("""{"advance":"tomorrow"}""")]
    [InlineData("""{"advance":"P11Y"}""")]
    [InlineData("""{"to":"2024-08-31T23:59:59Z"}""")]
    [InlineData("""{"to":"x"}""")]
    [InlineData("""{"advance":"P1D","to":"2024-10-01T00:00:00Z"}""")]
    public async Task A_move_that_makes_no_sense_is_refused_and_says_what_is_allowed(string body)
    {
        await using var host = await ToyHost.StartAsync(folder.Path, record, typeof(TimerToys));
        using var answer = await host.Client.PostAsync("/local/clock", new StringContent(body));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("P10D", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(ToyHost.Start, host.Clock.GetUtcNow());
    }

    [Fact]
    public async Task The_clock_never_goes_back()
    {
        await using var host = await ToyHost.StartAsync(folder.Path, record, typeof(TimerToys));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => host.AdvanceToAsync(ToyHost.Start.AddTicks(-1)));
    }

    [Fact]
    public async Task A_clock_that_goes_keeps_its_lead_over_the_machines_when_started_again()
    {
        var machine = new StandingMachine { Now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero) };
        var options = ToyHost.Options(folder.Path, record) with { Live = machine, Start = null };
        await using (var host = await LocalHost.StartAsync(options))
        {
            Assert.Equal(machine.Now, host.Clock.GetUtcNow());
            await host.AdvanceAsync(TimeSpan.FromDays(10));
            machine.Now += TimeSpan.FromHours(1);
            Assert.Equal(machine.Now.AddDays(10), host.Clock.GetUtcNow());
        }

        machine.Now += TimeSpan.FromDays(1);
        await using (var host = await LocalHost.StartAsync(options)) Assert.Equal(machine.Now.AddDays(10), host.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_move_to_an_instant_that_a_going_clock_has_passed_meanwhile_moves_nothing()
    {
        var options = ToyHost.Options(folder.Path, record) with { Live = new RestlessMachine(), Start = null };
        await using var host = await LocalHost.StartAsync(options);
        using var answer = await host.Client.PostAsync("/local/clock", new StringContent("""{"advance":"P0D"}"""));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task A_live_host_does_what_a_request_asks_for_without_being_told()
    {
        var arrived = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        record.Within = what =>
        {
            if (what.StartsWith("message", StringComparison.Ordinal)) arrived.TrySetResult();
        };
        await using var host = await LocalHost.StartAsync(ToyHost.Options(folder.Path, record, typeof(QueueToys), typeof(DurableToys)) with { Live = TimeProvider.System });
        using var sent = await host.Client.PostAsync("/messages/1", new StringContent("one"));

        await arrived.Task.WaitAsync(TimeSpan.FromSeconds(60));
        using var started = await host.Client.PostAsync("/journeys/ann", null);
        var move = await host.Client.PostAsync("/local/clock", new StringContent("""{"advance":"P20D"}"""));
        Assert.Equal(HttpStatusCode.OK, move.StatusCode);

        lock (record.Done)
        {
            Assert.Equal(3, record.Done.Count(each => each.StartsWith("step", StringComparison.Ordinal)));
            Assert.StartsWith("arrive 1,2,3,nobody", record.Done[^1], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_clock_file_of_another_kind_is_refused()
    {
        File.WriteAllText(folder.File("clock"), "noon\n");
        var refused = await Assert.ThrowsAsync<InvalidDataException>(() => ToyHost.StartAsync(folder.Path, record));
        Assert.Contains(folder.File("clock"), refused.Message, StringComparison.Ordinal);
    }

    /// <summary>Later at every look.</summary>
    private sealed class RestlessMachine : TimeProvider
    {
        private long looks;

        public override DateTimeOffset GetUtcNow() => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(Interlocked.Increment(ref looks));
    }

    private sealed class StandingMachine : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
