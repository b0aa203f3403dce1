namespace Mentoring.Local.Commands;

/// <summary>Files of the checkout that commands fall back on, found from where the program lies.</summary>
internal static class RepositoryFiles
{
    private static readonly string Root = FindRoot();

    public static string PlannersScheme => Path.Combine(Root, "samples", "planners", "scheme.json");

    public static string Artifacts => Path.Combine(Root, "artifacts");

    public static string DefaultData => Path.Combine(Artifacts, "data");

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Mentoring.slnx")))
                return folder.FullName;
        }

        return Environment.CurrentDirectory;
    }
}
