using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Pages;

namespace Mentoring.Functions.Http;

/// <summary>How people are shown to each other.</summary>
public static class People
{
    /// <summary>Before an introduction: no contact details.</summary>
    public static PersonCard Card(Entry entry) => new(entry.Name, entry.JobTitle, entry.Institution, entry.Biography);

    /// <summary>After an introduction. What somebody wants as a mentee is for their mentor alone, also where they are a mentor to others.</summary>
    /// <param name="party">The side of the person shown.</param>
    public static PersonCard Partner(Entry entry, Party party) =>
        Card(entry) with { Email = entry.Email.Typed, Objectives = party == Party.Mentee ? entry.Mentee?.Objectives : null };

    /// <summary>What is left of a person's entry; null after erasure.</summary>
    public static Entry? EntryOf(Registration registration) => registration switch
    {
        Registration.Active active => active.Entry,
        Registration.Withdrawn withdrawn => withdrawn.Entry,
        _ => null,
    };
}
