using System.Text.Json.Serialization;
using Mentoring.Core.Registrations;
using Mentoring.Core.Schemes;
using Mentoring.Core.Time;

namespace Mentoring.Core.Rounds;

/// <summary>A round's dates.</summary>
/// <param name="TermMonths">Length of its partnerships: 6 or 12.</param>
public sealed record RoundPlan(string Id, LocalInstant Opens, LocalInstant Deadline, int TermMonths, int UpdateAfterDays)
{
    /// <summary>The fixed date on which everybody still waiting is written to.</summary>
    [JsonIgnore]
    public LocalInstant UpdateOn => Deadline.PlusDays(UpdateAfterDays, new TimeOnly(12, 0));

    /// <summary>People register at any time, and are matched as soon as there is somebody for them.</summary>
    [JsonIgnore]
    public bool IsRolling => Deadline.IsNever;

    /// <summary>The deadline; null where there is none.</summary>
    [JsonIgnore]
    public LocalInstant? Closes => IsRolling ? null : Deadline;

    /// <summary>The scheme's settings as they hold in this round: its partnerships may last another time than the scheme's usual, and it may have been set up while people registered in another way.</summary>
    public Scheme SettingsOf(Scheme scheme) => scheme with
    {
        TermMonths = TermMonths,
        Intake = IsRolling ? Intake.Rolling : Intake.Window,
        Reviews = scheme.Reviews with { InterimAfterMonths = scheme.Reviews.InterimWithin(TermMonths) },
    };

    public Window Window(Scheme scheme) => new(Opens, Deadline, scheme.Contact.Email, scheme.TimeZone);
}
