using Microsoft.Extensions.Configuration;

namespace Mentoring.Tests.Deployment;

/// <summary>Settings as the Functions host hands them over, which note what they are asked for.</summary>
internal sealed class AskedSettings : ConfigurationProvider, IConfigurationSource
{
    private readonly HashSet<string> _asked = new(StringComparer.OrdinalIgnoreCase);

    public AskedSettings(IEnumerable<KeyValuePair<string, string>> values)
    {
        foreach (var (name, value) in values)
            Data[name.Replace("__", ":", StringComparison.Ordinal)] = value;
        Configuration = new ConfigurationBuilder().Add(this).Build();
    }

    public IConfiguration Configuration { get; }

    /// <summary>By their names in the environment: <c>__</c> between the parts.</summary>
    public IEnumerable<string> Asked => _asked.Select(name => name.Replace(":", "__", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

    public override bool TryGet(string key, out string? value)
    {
        _asked.Add(key);
        return base.TryGet(key, out value);
    }

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;
}
