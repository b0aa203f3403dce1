using Mentoring.Core.People;
using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
using Mentoring.Pages.Forms;
using Mentoring.Pages.Registrations;

namespace Mentoring.Pages.Partnerships;

/// <summary>A pair's own page, as one of the two sees it.</summary>
/// <param name="Path">Of this page; the ending posts to <c>{Path}/end</c>, the wish for a review to <c>{Path}/review</c>.</param>
/// <param name="Partner">With contact details; null after their data was erased, when all is over.</param>
/// <param name="Calendar">Path of the calendar file.</param>
/// <param name="Form">What was typed into the ending.</param>
public sealed record PartnershipModel(
    Scheme Scheme,
    string Path,
    Party Party,
    string MyName,
    PersonCard? Partner,
    PartnershipState State,
    string Calendar,
    FormState Form) : PageModel<PartnershipPage>(Scheme)
{
    /// <summary>Of whoever looks at the page; null while all is well with their membership, as far as is known.</summary>
    public MembershipTrouble? Trouble { get; init; }

    /// <summary>Until when the partner can answer a review that one of the two asked for; null where none is out with them.</summary>
    public LocalInstant? PartnerAnswersBy { get; init; }

    /// <summary>What the partner lets this side read, the latest first.</summary>
    public IReadOnlyList<ReadableReview> Readable { get; init; } = [];

    /// <summary>What is still to come and is for this side.</summary>
    public IReadOnlyList<TrainingSession> Training { get; init; } = [];
}
