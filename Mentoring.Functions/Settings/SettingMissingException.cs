namespace Mentoring.Functions.Settings;

/// <summary>A setting is missing or malformed: the application does not start.</summary>
/// <param name="name">The setting's name.</param>
/// <param name="purpose">What it is for.</param>
/// <param name="example">A value that would do.</param>
public sealed class SettingMissingException(string name, string purpose, string example)
    : Exception($"Setting {name} is missing or malformed. It is {purpose}. Example: {example}");
