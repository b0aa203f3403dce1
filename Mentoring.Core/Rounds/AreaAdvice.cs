namespace Mentoring.Core.Rounds;

/// <summary>What one more mentor would add who offers this area alone, of an institution that nobody else is of.</summary>
/// <param name="Seeking">Mentees who seek the area.</param>
/// <param name="Unmatched">Of those, whoever is not matched.</param>
/// <param name="Places">Of mentors who offer it.</param>
/// <param name="Matches">1 where the mentor's first place lets one more mentee be matched.</param>
/// <param name="Points">What that place adds to the total score; below 0 where more or more patient mentees are matched with fewer points.</param>
/// <param name="MatchesWithAll">How many more mentees are matched with all the places of such a mentor.</param>
public sealed record AreaAdvice(string Area, string Title, int Seeking, int Unmatched, int Places, int Matches, long Points, int MatchesWithAll);
