using Mentoring.Core.Schemes;

namespace Mentoring.Functions.Settings;

/// <summary>Reads a scheme's settings from its file.</summary>
public static class SchemeFile
{
    /// <exception cref="InvalidDataException">The file is missing or faulty; the message names every fault.</exception>
    public static Scheme Read(string path)
    {
        if (!File.Exists(path))
            throw new InvalidDataException($"There is no scheme at {path}.");
        var (scheme, faults) = SchemeReader.Read(File.ReadAllText(path));
        var missing = scheme?.Documents.Where(document => !File.Exists(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, document.File))).ToList() ?? [];
        return scheme is not null && missing.Count == 0
            ? scheme
            : throw new InvalidDataException(string.Join(Environment.NewLine, [
                $"{path} can't be used:",
                .. faults.Select(fault => "  " + fault),
                .. missing.Select(document => $"  documents: {document.File} – allowed: a file that exists beside {Path.GetFileName(path)}"),
            ]));
    }
}
