using System.Diagnostics;
using OpenTelemetry;

namespace Mentoring.Functions.Telemetry;

/// <summary>Takes tokens out of spans before they are sent: out of their names, and out of paths and addresses among their values.</summary>
public sealed class RedactingSpans : BaseProcessor<Activity>
{
    public override void OnEnd(Activity data)
    {
        data.DisplayName = TokenRedaction.Of(data.DisplayName);
        foreach (var (name, value) in data.TagObjects.ToList())
        {
            if (value is string text && TokenRedaction.Of(text) is var clean && clean != text)
                data.SetTag(name, clean);
        }
    }
}
