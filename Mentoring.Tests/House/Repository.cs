namespace Mentoring.Tests.House;

/// <summary>The working tree that the tests were built from.</summary>
internal static class Repository
{
    /// <summary>The folder of Mentoring.slnx.</summary>
    public static string Root { get; } = FindRoot();

    public static string At(params string[] path) => Path.Combine([Root, .. path]);

    /// <summary>Every file that git would keep, as a path from the root with <c>/</c>, in ordinal order.</summary>
    public static IReadOnlyList<string> Files { get; } = Walk(Root)
        .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
        .Order(StringComparer.Ordinal)
        .ToList();

    /// <summary>C# files of the projects that run in earnest.</summary>
    public static IEnumerable<string> ProductionSources => Files.Where(file => file.EndsWith(".cs", StringComparison.Ordinal)
        && !file.StartsWith("Mentoring.Tests/", StringComparison.Ordinal));

    public static string Read(string file) => File.ReadAllText(At(file));

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
            yield return file;
        foreach (var inner in Directory.EnumerateDirectories(folder))
        {
            if (Path.GetFileName(inner) is "bin" or "obj" or "artifacts" or ".git" or "node_modules" or ".vs" or ".idea" or "TestResults")
                continue;
            foreach (var file in Walk(inner))
                yield return file;
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Mentoring.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"No Mentoring.slnx above {AppContext.BaseDirectory}.");
    }
}
