using Mentoring.Core.Time;

namespace Mentoring.Pages.Agreements;

/// <summary>How an agreement stands, as one of the two sees it.</summary>
public abstract record AgreementState
{
    private AgreementState()
    {
    }

    /// <summary>I have not signed.</summary>
    public sealed record Open(LocalInstant SignBy) : AgreementState;

    /// <summary>I have signed, my partner has not.</summary>
    public sealed record SignedByMe(LocalInstant SignBy) : AgreementState;

    /// <param name="Partnership">Path of the partnership's page.</param>
    public sealed record Complete(string Partnership) : AgreementState;

    /// <param name="Registration">Path of my own page, where it says what is possible now.</param>
    public sealed record Lapsed(LocalInstant SignBy, string? Registration) : AgreementState;
}
