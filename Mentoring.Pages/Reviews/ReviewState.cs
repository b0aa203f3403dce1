using Mentoring.Core.Time;

namespace Mentoring.Pages.Reviews;

/// <summary>How a review stands, as one of the two sees it.</summary>
public abstract record ReviewState
{
    private ReviewState()
    {
    }

    public sealed record Open(LocalInstant AnswerBy) : ReviewState;

    public sealed record Answered(LocalInstant At) : ReviewState
    {
        /// <summary>Nothing is left that the partner's answer could decide.</summary>
        public bool IsSettled { get; init; }

        /// <summary>The partnership has ended.</summary>
        public bool IsOver { get; init; }
    }

    /// <summary>Its time has run out.</summary>
    public sealed record Closed(LocalInstant AnswerBy) : ReviewState;
}
