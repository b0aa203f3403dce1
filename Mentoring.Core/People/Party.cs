namespace Mentoring.Core.People;

/// <summary>The side a person is on.</summary>
public enum Party
{
    Mentor,
    Mentee,
}

/// <summary>Who causes something.</summary>
public enum Actor
{
    Mentor,
    Mentee,
    Participant,
    Coordinator,
    Clock,
}

public static class PartyWords
{
    public static Party Other(this Party party) => party == Party.Mentor ? Party.Mentee : Party.Mentor;

    public static string Code(this Party party) => party == Party.Mentor ? "mentor" : "mentee";

    public static Actor Actor(this Party party) => party == Party.Mentor ? People.Actor.Mentor : People.Actor.Mentee;

    public static string Code(this Actor actor) => actor switch
    {
        People.Actor.Mentor => "mentor",
        People.Actor.Mentee => "mentee",
        People.Actor.Participant => "participant",
        People.Actor.Coordinator => "coordinator",
        _ => "clock",
    };
}
