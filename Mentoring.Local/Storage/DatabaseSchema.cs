namespace Mentoring.Local.Storage;

/// <summary>What a kind of database file is made of.</summary>
/// <param name="Name">What people call the file in a message.</param>
/// <param name="ApplicationId">Stands in the file's header and tells it from other programs' files.</param>
/// <param name="Steps">Statements that lead from each version to the next; the file's version is how many were taken. Steps are never edited once released.</param>
public sealed record DatabaseSchema(string Name, int ApplicationId, IReadOnlyList<string> Steps)
{
    public int Version => Steps.Count;
}
