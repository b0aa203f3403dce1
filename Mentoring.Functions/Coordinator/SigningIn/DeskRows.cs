using Mentoring.Functions.Ledger;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Coordinator.SigningIn;

/// <summary>Rows about signing in lie beside the rounds; no round is called so. Their ids are hashes: whoever reads the ledger can use none of them.</summary>
public static class DeskRows
{
    public const string Partition = "-desk";

    public static RowKey LinkKey(string token) => new(Partition, SignInLink.Kind, LinkTokens.IdOf(token));

    public static RowKey SessionKey(string token) => new(Partition, DeskSession.Kind, LinkTokens.IdOf(token));
}

/// <summary>A link that was mailed.</summary>
/// <param name="Who">See <see cref="CoordinatorAddresses.Find"/>.</param>
public sealed record SignInLink(string Who, DateTimeOffset Expires, bool Used = false)
{
    public const string Kind = "sign-in-link";
}

/// <summary>Somebody is signed in.</summary>
public sealed record DeskSession(string Who, DateTimeOffset Expires)
{
    public const string Kind = "desk-session";
}
