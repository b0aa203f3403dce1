using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Functions.Registrations;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Coordinator;

/// <summary>Finds people as coordinators name them: by the id of a registration or by an email address.</summary>
public sealed class KnownPeople(LedgerReader reader, RoundBooks books)
{
    /// <param name="Person">See <see cref="EmailAddress.Person"/>.</param>
    /// <param name="Registrations">Round → registration, the latest deadline first; empty for an address that nobody registered with.</param>
    public sealed record Known(string Person, IReadOnlyDictionary<string, string> Registrations);

    /// <summary>Null where it is neither an address nor the id of somebody.</summary>
    public async Task<Known?> FindAsync(string named, CancellationToken cancellation)
    {
        if (await PersonAsync(named, cancellation) is not { } person)
            return null;
        var registrations = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var round in await books.IdsAsync(cancellation))
        {
            if (await reader.RowAsync<PersonIndex>(PersonIndex.Key(round, person), cancellation) is { } index)
                registrations.Add(round, index.Registration);
        }

        return new Known(person, registrations);
    }

    private async Task<string?> PersonAsync(string named, CancellationToken cancellation)
    {
        if (EmailAddress.TryParse(named, out var address))
            return address.Person;
        if (named.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter != '-'))
            return null;
        return Registration.PersonOf((await reader.FindAsync(Stages.Registrations, named, cancellation))?.State);
    }
}
