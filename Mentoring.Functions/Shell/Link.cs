using Mentoring.Core;
using Mentoring.Core.People;

namespace Mentoring.Functions.Shell;

/// <summary>What a link in a mail stands for. The row's id is the SHA-256 of its token; the token itself is kept nowhere but in the unsent mail.</summary>
/// <param name="Subject">Id of the registration, offer, partnership or review form that it opens.</param>
/// <param name="Registration">Of the person to whom it was sent.</param>
/// <param name="As">See <see cref="MailDraft.As"/>.</param>
public sealed record Link(LinkPurpose Purpose, string Subject, string Registration, Party? As, DateTimeOffset Expires)
{
    public const string Kind = "link";
}
