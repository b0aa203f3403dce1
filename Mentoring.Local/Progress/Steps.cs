namespace Mentoring.Local.Progress;

/// <summary>Work of a few long steps, of which each is told as it begins and as it ends.</summary>
internal sealed class Steps(IProgress<WorkDone> progress)
{
    public T Take<T>(string what, Func<T> work)
    {
        progress.Report(new WorkDone(what, 0, 1));
        var result = work();
        progress.Report(new WorkDone(what, 1, 1));
        return result;
    }

    /// <inheritdoc cref="Take{T}(string, Func{T})"/>
    public void Take(string what, Action work) => Take(what, () =>
    {
        work();
        return true;
    });
}
