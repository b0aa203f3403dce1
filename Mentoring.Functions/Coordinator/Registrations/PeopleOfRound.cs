using Mentoring.Core.Registrations;

namespace Mentoring.Functions.Coordinator.Registrations;

/// <summary>Who has registered in a round, and who of them has withdrawn. Whoever was erased is nobody.</summary>
internal sealed class PeopleOfRound(RoundBook book)
{
    private readonly HashSet<string> _people = [.. book.Registrations.Values.OfType<Registration.Active>().Select(active => active.Person)];
    private readonly HashSet<string> _left = [.. book.Registrations.Values.OfType<Registration.Withdrawn>().Where(withdrawn => withdrawn.TurnedAway is null).Select(withdrawn => withdrawn.Person)];

    /// <param name="person">See <see cref="Core.People.EmailAddress.Person"/>.</param>
    public bool Have(string person) => _people.Contains(person);

    /// <summary>Whether the person withdrew by their own will: no file brings them back.</summary>
    /// <inheritdoc cref="Have"/>
    public bool Lost(string person) => _left.Contains(person);
}
