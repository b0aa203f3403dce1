namespace Mentoring.Local.Progress;

/// <summary>How far a step of long work has come. Whoever works tells an <see cref="IProgress{T}"/>, and knows nothing of who listens.</summary>
/// <param name="Step">What is counted, in words; tells steps apart.</param>
/// <param name="Done">0 to <paramref name="All"/>.</param>
public sealed record WorkDone(string Step, int Done, int All);
