using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
using Mentoring.Pages.Forms;

namespace Mentoring.Pages.Coordinator.Rounds;

/// <summary>What would come out, were something different. Nothing is changed.</summary>
/// <param name="Form">What is to be different, as asked.</param>
/// <param name="Outcome">Null before anything was asked, and where the question has faults.</param>
public sealed record WhatIfModel(Scheme Scheme, DeskVisit Visit, string Round, IReadOnlyList<DeskLink> Pages, FormState Form, WhatIfAnswer? Outcome, string? Trouble) : DeskModel<WhatIfPage>(Scheme, Visit)
{
    /// <summary>Names of the form's fields, in its order.</summary>
    public static IReadOnlyList<string> Fields { get; } = ["placesOf", "places", "without", "recruit", "institutions"];

    /// <inheritdoc cref="WhyNotModel.MatchedAt"/>
    public LocalInstant? MatchedAt { get; init; }
}

/// <param name="Totals">What is counted, now and then.</param>
public sealed record WhatIfAnswer(IReadOnlyList<(string What, long Now, long Then)> Totals, bool Proved, IReadOnlyList<MoveRow> Gain, IReadOnlyList<MoveRow> Lose, IReadOnlyList<MoveRow> Move);
