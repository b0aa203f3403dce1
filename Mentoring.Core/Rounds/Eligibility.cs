using Mentoring.Core.Registrations;
using Mentoring.Core.Schemes;

namespace Mentoring.Core.Rounds;

/// <summary>Whether two people may be matched: a list of gates, asked in order. The first that is shut is the reason.</summary>
/// <remarks>Gates that protect people stand before those about fit, so that a preference never hides a must-rule.</remarks>
public sealed class Eligibility(InstitutionRule institutions, GatePolicy scheme = default)
{
    public const string NothingInCommon = "nothing-in-common";
    public const string TriedBefore = "declined-before";
    public const string MembershipNotInOrder = "membership";
    public const string MentorNotTrained = "mentor-training";
    public const string NotMoreExperienced = "experience";
    public const string OfOneInstitution = "same-institution";

    private static readonly Gate[] NoGates = [];

    private Gate[]? _beforeAreas;

    /// <summary>In the order in which they are asked.</summary>
    public IReadOnlyList<Gate> Gates { get; } =
    [
        new("same-person", "They are the same person.", (mentee, mentor) => mentee.Person != mentor.Person),
        new("excluded", "One of them asked, or the coordinator decided, that they are never paired.", (mentee, mentor) => !Names(mentee.Exclude, mentor.Person) && !Names(mentor.Exclude, mentee.Person)),
        new(TriedBefore, "They were matched before, and the software does not try a pair twice.", (mentee, mentor) => !Names(mentee.Refused, mentor.Person)),
        new(MembershipNotInOrder, "The membership of one of them has lapsed, or the records do not know it.", (mentee, mentor) => !mentee.HeldBack && !mentor.HeldBack),
        .. scheme.MentorTraining ? [new Gate(MentorNotTrained, "The mentor has not completed the training for mentors.", (_, mentor) => mentor.Trained)] : NoGates,
        .. scheme.MoreExperience ? [new Gate(NotMoreExperienced, "The mentor is not known to have worked in the profession for more years than the mentee.", (mentee, mentor) => mentor.Experience > mentee.Experience)] : NoGates,
        new(OfOneInstitution, "They are at the same institution.", (mentee, mentor) => mentee.Institution != mentor.Institution || MayShareInstitution(mentee.SameInstitution, mentor.SameInstitution, institutions)),
        new(NothingInCommon, "The mentor offers none of the areas that the mentee seeks.", (mentee, mentor) => mentee.Seeks.Any(mentor.Offers.Contains)),
    ];

    /// <summary>The gate that is shut; null where the two are an eligible pair.</summary>
    public Gate? ShutGate(PoolMentee mentee, PoolMentor mentor)
    {
        foreach (var gate in Gates)
        {
            if (!gate.IsOpen(mentee, mentor))
                return gate;
        }

        return null;
    }

    /// <summary>Whether a gate could be shut for a mentor, whoever the mentee is: a scheme that asks for more experience has to compare everybody.</summary>
    internal bool AsksOf(PoolMentor mentor) => mentor.HeldBack || scheme.MoreExperience || (scheme.MentorTraining && !mentor.Trained);

    /// <summary>Whether nothing stands between two people but that they are of the same institution.</summary>
    internal bool IsOnlyOfOneInstitution(PoolMentee mentee, PoolMentor mentor) =>
        mentee.Institution == mentor.Institution && Gates.All(gate => gate.IsOpen(mentee, mentor) != (gate.Code == OfOneInstitution));

    /// <summary>Whether a gate is shut for two who have something in common: that gate need not be asked again.</summary>
    internal bool KeepsApart(PoolMentee mentee, PoolMentor mentor)
    {
        foreach (var gate in _beforeAreas ??= [.. Gates.Where(gate => gate.Code != NothingInCommon)])
        {
            if (!gate.IsOpen(mentee, mentor))
                return true;
        }

        return false;
    }

    /// <remarks>Nearly all lists are empty, and this is asked for every pair.</remarks>
    private static bool Names(IReadOnlyList<string> people, string person) => people.Count > 0 && people.Contains(person, StringComparer.Ordinal);

    /// <summary>A wish to avoid it always counts; a strict scheme gives way only where both welcome it.</summary>
    private static bool MayShareInstitution(SameInstitution mentee, SameInstitution mentor, InstitutionRule rule) => (mentee, mentor) switch
    {
        (SameInstitution.Avoid, _) or (_, SameInstitution.Avoid) => false,
        (SameInstitution.Allow, SameInstitution.Allow) => true,
        _ => rule == InstitutionRule.PreferDifferent,
    };
}
