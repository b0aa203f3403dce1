namespace Mentoring.Core.Rounds;

/// <summary>What one more place with a mentor would add.</summary>
/// <param name="Matches">1 where one more mentee is matched.</param>
/// <param name="Points">What it adds to the total score; below 0 where more or more patient mentees are matched with fewer points.</param>
public sealed record PlaceAdvice(string MentorId, int Matches, long Points);
