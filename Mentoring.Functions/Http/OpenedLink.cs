using Mentoring.Core.People;

namespace Mentoring.Functions.Http;

/// <summary>What came of following a link.</summary>
public abstract record OpenedLink
{
    private OpenedLink() { }

    /// <param name="Subject">Id of what the page shows.</param>
    /// <param name="Registration">Of the person whose link it is.</param>
    public sealed record Opened(string Token, string Round, string Subject, string Registration, Party? As) : OpenedLink;

    /// <summary>Never was, is malformed, or the person has nothing of the kind: one answer for all.</summary>
    public sealed record Unknown : OpenedLink;

    /// <summary>Too old.</summary>
    public sealed record Expired : OpenedLink;

    /// <summary>Of somebody whose data were erased: it shows nobody anything any more, and no partner's name.</summary>
    public sealed record Erased : OpenedLink;
}
