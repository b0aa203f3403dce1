using Mentoring.Core.Registrations;

namespace Mentoring.Functions.Http;

/// <summary>What a request's body turned out to be.</summary>
public abstract record BodyResult
{
    private BodyResult() { }

    /// <param name="Json">Whether it was sent as JSON.</param>
    public sealed record Fields(FormFields Form, bool Json) : BodyResult;

    public sealed record Refused(Problem Problem) : BodyResult;
}
