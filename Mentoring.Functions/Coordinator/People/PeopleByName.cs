using Mentoring.Core.Registrations;

namespace Mentoring.Functions.Coordinator.People;

/// <summary>Everybody of a round, by name, then id.</summary>
internal sealed class PeopleByName(RoundBook book)
{
    /// <summary>Without an entry after erasure.</summary>
    public IReadOnlyList<(string Id, Entry? Entry)> All { get; } =
    [
        .. book.Registrations.Select(registration => (Id: registration.Key, Entry: Http.People.EntryOf(registration.Value)))
            .OrderBy(person => person.Entry?.Name ?? "", StringComparer.OrdinalIgnoreCase).ThenBy(person => person.Id, StringComparer.Ordinal),
    ];
}
