using Mentoring.Core.Rounds;

namespace Mentoring.Functions.Shell;

/// <summary>A row that says: this partnership's place in the mentor's later round is still to be freed. Its id is the partnership's.</summary>
public sealed record ReleaseNote(Forward Mentor)
{
    public const string Kind = "release";
}
