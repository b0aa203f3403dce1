using Mentoring.Core.Rounds;

namespace Mentoring.Functions.Shell;

/// <summary>A row that says: this person left for a later round and is still to arrive there. Its id is that of their registration here, after their role.</summary>
/// <param name="Waited">What a mentee brings; null for a mentor, who brings the places that are held or taken here.</param>
/// <param name="Template">The mail that tells the mentee where nobody is found for them there either; null for none.</param>
public sealed record CarryNote(Forward To, WaitingHistory? Waited, string? Template)
{
    public const string Kind = "carry";

    private const string Mentor = "mentor.";
    private const string Mentee = "mentee.";

    public static string IdOfMentor(string registration) => Mentor + registration;

    public static string IdOfMentee(string registration) => Mentee + registration;

    public static string RegistrationOf(string id) => id[Mentor.Length..];
}
