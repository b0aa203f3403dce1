namespace Mentoring.Core.Matching.Files;

/// <summary>A file was refused; nothing of it was used.</summary>
/// <param name="line">The first faulty line, from 1.</param>
/// <param name="fault">What is wrong there and what is allowed.</param>
public sealed class FileFaultException(int line, string fault) : Exception($"Line {line}: {fault}")
{
    public int Line { get; } = line;

    public string Fault { get; } = fault;
}
