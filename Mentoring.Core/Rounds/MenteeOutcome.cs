namespace Mentoring.Core.Rounds;

/// <summary>What a report about groups may know of a mentee beside the matching.</summary>
/// <param name="Institution">As written.</param>
/// <param name="Accepted">Whether the match was accepted; null while there is no answer to count.</param>
public sealed record MenteeFacts(string Institution, string Grade, bool? Accepted);

/// <summary>What came of one mentee's registration, for figures about groups.</summary>
/// <param name="Institution">One spelling for all of the same institution.</param>
/// <param name="PeopleThere">Mentees and mentors of the institution.</param>
/// <param name="Grade">One spelling for all of the same grade; null where it is not known any more.</param>
/// <param name="Score">Of the match; null where there is none.</param>
/// <param name="Accepted">See <see cref="MenteeFacts.Accepted"/>.</param>
public sealed record MenteeOutcome(string Institution, int PeopleThere, string? Grade, int RoundsWaited, long? Score, bool? Accepted);
