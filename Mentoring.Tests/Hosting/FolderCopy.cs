namespace Mentoring.Tests.Hosting;

/// <summary>Takes from a data folder what a process killed at this very moment would leave. Exact only while one thread does all the work, and it is here.</summary>
internal static class FolderCopy
{
    public static void Take(string from, string to)
    {
        if (Directory.Exists(to)) Directory.Delete(to, recursive: true);
        Directory.CreateDirectory(to);
        foreach (var path in Directory.EnumerateFiles(from))
        {
            // The log's index is shared memory, which dies with the process; the lock file is held.
            if (path.EndsWith("-shm", StringComparison.Ordinal) || Path.GetFileName(path) == "lock") continue;
            using var source = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var target = File.Create(Path.Combine(to, Path.GetFileName(path)));
            source.CopyTo(target);
        }
    }
}
