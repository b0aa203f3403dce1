using System.Text.Json.Serialization;
using Mentoring.Core.People;

namespace Mentoring.Core.Partnerships;

/// <summary>Whether each wants to go on; null for no answer yet. It goes on only where both say so.</summary>
public sealed record Wishes(bool? Mentor, bool? Mentee)
{
    [JsonIgnore]
    public bool BothContinue => Mentor == true && Mentee == true;

    [JsonIgnore]
    public bool SomebodyEnds => Mentor == false || Mentee == false;

    public bool? Of(Party party) => party == Party.Mentor ? Mentor : Mentee;

    public Wishes With(Party party, bool wish) => party == Party.Mentor ? this with { Mentor = wish } : this with { Mentee = wish };
}
