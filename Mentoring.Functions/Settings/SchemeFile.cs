using Mentoring.Core.Schemes;

namespace Mentoring.Functions.Settings;

/// <summary>Reads a scheme's settings from its file.</summary>
public static class SchemeFile
{
    private const string Utf8 = "a text saved as UTF-8";

    /// <exception cref="InvalidDataException">The file is missing or faulty; the message names every fault.</exception>
    public static Scheme Read(string path)
    {
        if (!File.Exists(path))
            throw new InvalidDataException($"There is no scheme at {path}.");
        var (scheme, faults) = SettingsText.Read(path) is { } text ? SchemeReader.Read(text) : (null, [new Fault("(whole file)", "not UTF-8", Utf8)]);
        IReadOnlyList<Fault> all = [.. faults, .. scheme?.Documents.Select(document => FaultOf(document, path)).OfType<Fault>() ?? []];
        return scheme is not null && all.Count == 0
            ? scheme
            : throw new InvalidDataException(string.Join(Environment.NewLine, [$"{path} can't be used:", .. all.Select(fault => "  " + fault)]));
    }

    private static Fault? FaultOf(SchemeDocument document, string path)
    {
        var file = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, document.File);
        if (!File.Exists(file))
            return new Fault("documents", document.File, $"a file that exists beside {Path.GetFileName(path)}");
        return SettingsText.Read(file) is null ? new Fault("documents", $"{document.File} is not UTF-8", Utf8) : null;
    }
}
