using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using Mentoring.Functions.Telemetry;

namespace Mentoring.Tests.Telemetry;

/// <summary>Everything that one host measures, from now on.</summary>
internal sealed class Measures : IDisposable
{
    private readonly ConcurrentQueue<(string Name, double Value, string Tags)> all = [];
    private readonly MeterListener listener = new();

    public Measures(IMeterFactory factory)
    {
        listener.InstrumentPublished = (instrument, meters) =>
        {
            if (instrument.Meter.Name == SchemeTelemetry.Name && instrument.Meter.Scope == factory)
                meters.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => all.Enqueue((instrument.Name, value, string.Join(' ', tags.ToArray()))));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => all.Enqueue((instrument.Name, value, string.Join(' ', tags.ToArray()))));
        listener.Start();
    }

    public IReadOnlyCollection<(string Name, double Value, string Tags)> All => all;

    public double Sum(string name, string tags) => all.Where(measure => measure.Name == name && Regex.IsMatch(measure.Tags, tags)).Sum(measure => measure.Value);

    public void Dispose() => listener.Dispose();
}
