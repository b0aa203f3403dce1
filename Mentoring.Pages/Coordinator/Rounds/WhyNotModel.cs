using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
using Mentoring.Pages.Forms;

namespace Mentoring.Pages.Coordinator.Rounds;

/// <summary>Why two people are not together.</summary>
/// <param name="Form"><c>mentee</c> and <c>mentor</c>, as asked.</param>
/// <param name="Answer">Null before anything was asked.</param>
/// <param name="Trouble">Why there is no answer; null mostly.</param>
public sealed record WhyNotModel(Scheme Scheme, DeskVisit Visit, string Round, IReadOnlyList<DeskLink> Pages, FormState Form, WhyNotAnswer? Answer, string? Trouble) : DeskModel<WhyNotPage>(Scheme, Visit)
{
    /// <summary>When the matching was made that the answer is about; null where it is about who waits now.</summary>
    public LocalInstant? MatchedAt { get; init; }
}

/// <param name="Words">Sentences.</param>
/// <param name="Moves">Who would have another mentor, were these two together.</param>
public sealed record WhyNotAnswer(string Mentee, string Mentor, IReadOnlyList<string> Words, long? Score, IReadOnlyList<(long Points, string Words)> Reasons, IReadOnlyList<MoveRow> Moves);

/// <param name="From">Null for nobody.</param>
/// <param name="To">Null for nobody.</param>
public sealed record MoveRow(string Mentee, string? From, string? To);
