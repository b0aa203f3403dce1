namespace Mentoring.Core;

/// <summary>What a stage answers to a command.</summary>
public abstract record Decision<TEvent>
{
    private Decision() { }

    /// <summary>Yes. No events means that it is so already: the same command twice gives the same answer.</summary>
    public sealed record Accepted(IReadOnlyList<TEvent> Events) : Decision<TEvent>;

    /// <summary>The rules say no. Nothing has changed.</summary>
    public sealed record Rejected(Rejection Reason) : Decision<TEvent>;

    public static implicit operator Decision<TEvent>(TEvent happened) => new Accepted([happened]);

    public static implicit operator Decision<TEvent>(Rejection reason) => new Rejected(reason);

    /// <summary>It is so already.</summary>
    public static Decision<TEvent> Already { get; } = new Accepted([]);
}

/// <summary>A refusal by the rules.</summary>
/// <param name="Code">Stable, for programs: <c>offer-expired</c>.</param>
/// <param name="Message">A sentence for the person who asked.</param>
public sealed record Rejection(string Code, string Message, RejectionKind Kind = RejectionKind.Conflict);

/// <summary>How a refusal is to be answered.</summary>
public enum RejectionKind
{
    /// <summary>The state says otherwise (409).</summary>
    Conflict,

    /// <summary>Not for this person (403).</summary>
    Forbidden,

    /// <summary>Too late (410).</summary>
    Gone,

    /// <summary>There is no such thing (404).</summary>
    Unknown,
}

/// <summary>Something that happened to a stage. Kept in the journal as its <see cref="Code"/>, its subject and its <see cref="Facts"/>.</summary>
public abstract record StageEvent
{
    /// <summary>Stage and event, such as <c>offer.accepted</c>; never changes once in use.</summary>
    public abstract string Code { get; }

    /// <summary>Ids and codes only, never a person's words.</summary>
    public virtual IReadOnlyList<KeyValuePair<string, string>> Facts => [];
}
