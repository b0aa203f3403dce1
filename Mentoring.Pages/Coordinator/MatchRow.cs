using Mentoring.Core.Time;

namespace Mentoring.Pages.Coordinator;

/// <param name="Score">In points, higher is better.</param>
/// <param name="State">Of its offer, in a word.</param>
public sealed record MatchRow(string Mentee, string Mentor, long Score, IReadOnlyList<string> Reasons, string State, LocalInstant? ReplyBy);
