using Mentoring.Core.Registrations;

namespace Mentoring.Functions.Coordinator.Registrations;

/// <summary>Who has registered in a round, and was not erased.</summary>
internal sealed class PeopleOfRound(RoundBook book)
{
    private readonly HashSet<string> _people = [.. book.Registrations.Values.Select(registration => registration switch
    {
        Registration.Active active => active.Person,
        Registration.Withdrawn withdrawn => withdrawn.Person,
        _ => null,
    }).OfType<string>()];

    /// <param name="person">See <see cref="Core.People.EmailAddress.Person"/>.</param>
    public bool Have(string person) => _people.Contains(person);
}
