namespace Mentoring.Local.Hosting;

/// <summary>The folder of one scheme, held by one host at a time. The lock goes with the process, however it ends.</summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream held;

    /// <exception cref="IOException">Another host has it.</exception>
    public DataFolder(string path)
    {
        Path = Directory.CreateDirectory(path).FullName;
        try
        {
            held = new FileStream(File("lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken)
        {
            throw new IOException($"{Path} is in use by another host. Stop it, or choose another data folder.", taken);
        }
    }

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => held.Dispose();
}
