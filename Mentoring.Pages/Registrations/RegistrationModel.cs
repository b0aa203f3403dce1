using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
using Mentoring.Pages.Forms;

namespace Mentoring.Pages.Registrations;

/// <summary>A participant's own page.</summary>
/// <param name="Path">Of this page, such as <c>/registrations/{token}</c>; its buttons post below it.</param>
/// <param name="Standings">Where it stands: one for each role the person takes.</param>
/// <param name="Form">What is registered, or what was typed to amend it.</param>
/// <param name="AmendUntil">Null where it can no longer be amended, or at any time.</param>
/// <param name="CanWithdraw">False once everything is over.</param>
/// <param name="Notice">What just happened, such as <c>Your registration has been amended.</c></param>
public sealed record RegistrationModel(
    Scheme Scheme,
    string Name,
    string Path,
    IReadOnlyList<RegistrationStanding> Standings,
    FormState Form,
    LocalInstant? AmendUntil,
    bool CanWithdraw,
    string? Notice = null) : PageModel<RegistrationPage>(Scheme)
{
    /// <summary>How many people were named as never to be paired with. They are kept as hashes and can't be shown.</summary>
    public int Excluded { get; init; }

    /// <summary>Whether it can be amended now.</summary>
    public bool CanAmend { get; init; } = AmendUntil is not null;

    /// <summary>Why the form, as it was typed just now, was not taken; null where none was sent, or it was.</summary>
    public string? Refused { get; init; }

    /// <summary>Null while all is well with the membership, as far as is known.</summary>
    public MembershipTrouble? Trouble { get; init; }

    /// <summary>Sent with an amendment, so that a second click is the same amendment.</summary>
    public string SubmissionId { get; init; } = "";
}
