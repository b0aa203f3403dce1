using System.Globalization;
using Mentoring.Local.Hosting;

namespace Mentoring.Local.Simulation;

/// <summary>Posts forms as a browser does.</summary>
public sealed class SimulatedPosts(LocalHost host)
{
    /// <summary>How often an answer was refused, by path and status: somebody was too late, or had answered otherwise.</summary>
    public SortedDictionary<string, int> Refused { get; } = new(StringComparer.Ordinal);

    /// <exception cref="InvalidOperationException">The host failed (5xx): a defect.</exception>
    public async Task PostAsync(string path, IEnumerable<(string Name, string Value)> fields, CancellationToken cancellation)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await host.Client.PostAsync(new Uri(path, UriKind.Relative), form, cancellation);
        var status = (int)response.StatusCode;
        if (status >= 500)
            throw new InvalidOperationException($"POST {Shape(path)} answered {response.StatusCode}: " + await response.Content.ReadAsStringAsync(cancellation));
        if (status >= 400)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{Shape(path)} {status}");
            Refused[key] = Refused.GetValueOrDefault(key) + 1;
        }
    }

    /// <summary>The path without its token.</summary>
    private static string Shape(string path) =>
        string.Join('/', path.Split('/').Select(part => part.Length == 43 ? "{token}" : part));
}
