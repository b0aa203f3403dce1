using Mentoring.Core.Rounds;

namespace Mentoring.Functions.Shell;

/// <summary>A row that says: what became of this place is still to be said in the mentor's later round. Its id is that of the offer or partnership that has the place.</summary>
/// <param name="Becomes">The partnership that an accepted offer became; null where the place is free.</param>
/// <param name="ThenRest">Whether the mentor gets nobody new until they say so.</param>
public sealed record PlaceNote(Forward Mentor, string? Becomes = null, bool ThenRest = false)
{
    public const string Kind = "release";
}
