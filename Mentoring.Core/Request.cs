using Mentoring.Core.Agreements;
using Mentoring.Core.Offers;
using Mentoring.Core.Partnerships;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Reviews;
using Mentoring.Core.Rounds;

namespace Mentoring.Core;

/// <summary>What an event of one stage asks for: a command to another stage in the same transaction, a mail, or a wake-up after it.</summary>
public abstract record Request
{
    private Request() { }

    public sealed record ToRegistration(string Id, Registration.Command Command) : Request;

    public sealed record ToRound(string Id, Round.Command Command) : Request;

    public sealed record ToMentee(string Id, MenteeStanding.Command Command) : Request;

    public sealed record ToMentor(string Id, MentorPlaces.Command Command) : Request;

    public sealed record ToOffer(string Id, Offer.Command Command) : Request;

    public sealed record ToAgreement(string Id, Agreement.Command Command) : Request;

    public sealed record ToPartnership(string Id, Partnership.Command Command) : Request;

    public sealed record ToReview(string Id, Review.Command Command) : Request;

    /// <summary>Written with the change, sent after it.</summary>
    public sealed record Send(MailDraft Mail) : Request;

    /// <summary>After the commit: the clockwork of this thing starts or looks again.</summary>
    public sealed record Wake(Clockwork Of, string Id) : Request;

    /// <summary>After the commit: a place or a mentee is free, so the round's waiting list is matched again.</summary>
    /// <param name="Cause">Id of what made it free.</param>
    /// <param name="Tell">The mentee who came back to the waiting list; null where only a place became free.</param>
    /// <param name="Template">The mail that tells them where nobody is found for them; null for none.</param>
    public sealed record Rematch(string Cause, string? Tell = null, string? Template = null) : Request;

    /// <summary>After the commit: the mentor's place in a later round is free, or taken, too.</summary>
    /// <param name="Place">Id of the offer or partnership that has it.</param>
    /// <param name="Becomes">The partnership that an accepted offer became; null where the place is free.</param>
    /// <param name="ThenRest">Whether the mentor gets nobody new until they say so.</param>
    public sealed record PlaceElsewhere(Forward Mentor, string Place, string? Becomes, bool ThenRest) : Request;
}

/// <summary>The kinds of orchestration.</summary>
public enum Clockwork
{
    Round,
    Offer,
    Partnership,

    /// <summary>Of a file of registrations.</summary>
    Import,
}

/// <summary>A mail to be written: who gets which template about what. Its words are made when it is sent.</summary>
/// <param name="Key">Unique to this mail; the outbox row's id derives from it, so that the same change can't send it twice.</param>
/// <param name="To">Registration of the recipient; null for the coordinator.</param>
/// <param name="About">Id of the offer, partnership, review form or registration that it speaks of.</param>
/// <param name="Link">What the link in it opens; null where it has none.</param>
/// <param name="As">The side on which the recipient is addressed, where the rest does not tell.</param>
/// <param name="Note">A sentence that is known only now, free of personal data; null mostly.</param>
public sealed record MailDraft(string Template, string Key, string? To, string About, LinkPurpose? Link, Party? As = null, string? Note = null);

/// <summary>What a link in a mail opens.</summary>
public enum LinkPurpose
{
    Registration,
    Offer,
    Agreement,
    Partnership,
    Review,

    /// <summary>The coordinator's desk; never a participant's.</summary>
    SignIn,
}
