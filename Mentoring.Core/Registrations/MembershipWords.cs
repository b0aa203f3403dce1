namespace Mentoring.Core.Registrations;

/// <summary>Sentences about memberships that are known only when something happens, free of names.</summary>
internal static class MembershipWords
{
    public const string UnknownToCoordinator =
        "The membership records know no member by the number that somebody registered with. Nobody is matched with them until that is settled: ask them for the right number, or confirm the membership.";

    public const string TurnedAwayToCoordinator =
        "Somebody had registered, or changed their registration, before the membership records had answered about them. The records do not have them as an eligible member, so their registration was taken out, and they were told.";

    public const string OverToCoordinator =
        "A membership was not renewed in the period of grace. Nobody new is matched with this person; whether a partnership of theirs goes on is for you to talk over with them.";

    /// <summary>For whoever was turned away.</summary>
    public static string TurnedAway(MembershipFinding why) => why == MembershipFinding.Lapsed
        ? "We took your registration, or your last change to it, before the membership records had answered. They say now that your membership is not current."
        : "We took your registration, or your last change to it, before the membership records had answered. They say now that your membership is of a grade that this scheme is not open to.";
}
