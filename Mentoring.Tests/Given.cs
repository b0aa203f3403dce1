using Mentoring.Core;
using Mentoring.Core.Agreements;
using Mentoring.Core.Offers;
using Mentoring.Core.Partnerships;
using Mentoring.Core.Reviews;

namespace Mentoring.Tests;

/// <summary>Rules as sentences: given what happened, when this is asked, then that follows.</summary>
internal static class Given
{
    public static Story<Offer, Offer.Command, Offer.Event> Offer(params Offer.Event[] happened) =>
        new(new Offer.None(), Core.Offers.Offer.Decide, Core.Offers.Offer.Evolve, happened);

    public static Story<Agreement, Agreement.Command, Agreement.Event> Agreement(params Agreement.Event[] happened) =>
        new(new Agreement.None(), Core.Agreements.Agreement.Decide, Core.Agreements.Agreement.Evolve, happened);

    public static Story<Partnership, Partnership.Command, Partnership.Event> Partnership(params Partnership.Event[] happened) =>
        new(new Partnership.None(), Core.Partnerships.Partnership.Decide, Core.Partnerships.Partnership.Evolve, happened);

    public static Story<Review, Review.Command, Review.Event> Review(params Review.Event[] happened) =>
        new(new Review.None(), Core.Reviews.Review.Decide, Core.Reviews.Review.Evolve, happened);
}

/// <summary>What happened to one thing so far, and the answer to the last command.</summary>
internal sealed class Story<TState, TCommand, TEvent>(
    TState nothing, Func<TState, TCommand, DateTimeOffset, Decision<TEvent>> decide, Func<TState, TEvent, TState> evolve, IEnumerable<TEvent> happened)
    where TEvent : StageEvent
{
    private Decision<TEvent> answer = Decision<TEvent>.Already;

    public TState State { get; private set; } = happened.Aggregate(nothing, evolve);

    public Story<TState, TCommand, TEvent> When(TCommand command, DateTimeOffset now)
    {
        answer = decide(State, command, now);
        if (answer is Decision<TEvent>.Accepted accepted)
            State = accepted.Events.Aggregate(State, evolve);
        return this;
    }

    /// <summary>Exactly these events, by their codes.</summary>
    public Story<TState, TCommand, TEvent> Then(params string[] codes)
    {
        Assert.Equal(codes, Events.Select(happened => happened.Code));
        return this;
    }

    /// <summary>It is so already: no refusal and no event.</summary>
    public Story<TState, TCommand, TEvent> ThenNothing() => Then();

    public Story<TState, TCommand, TEvent> ThenRefused(string code, RejectionKind kind)
    {
        var reason = Assert.IsType<Decision<TEvent>.Rejected>(answer).Reason;
        Assert.Equal((code, kind), (reason.Code, reason.Kind));
        Assert.EndsWith(".", reason.Message, StringComparison.Ordinal);
        return this;
    }

    public T ThenIs<T>()
        where T : TState => Assert.IsType<T>(State);

    public IReadOnlyList<TEvent> Events => Assert.IsType<Decision<TEvent>.Accepted>(answer).Events;
}
