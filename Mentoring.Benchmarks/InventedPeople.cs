using System.Globalization;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Functions.Rounds;

namespace Mentoring.Benchmarks;

/// <summary>People of institutions of very different sizes, whose expertise is selective: areas in proportion to the mentors, so that a mentee has about 50 pairs whatever the size.</summary>
internal static class InventedPeople
{
    public const int PairsOfAMentee = 50;
    private const int AreasOfAPerson = 3;

    public static MatchingRules Rules { get; } = new(InstitutionRule.PreferDifferent, new Weights([100, 80, 60, 40, 20], 10, 50), []);

    public static Pool PoolFrom(List<Registration.Active> registrations) => Pool.Of(
        registrations.Select((active, number) => (active, number)).Where(found => found.active.Entry.Mentee is not null)
            .Select(found => PoolOf.Mentee(Id(found.number), found.active, new WaitingHistory(DateTimeOffset.UnixEpoch.AddSeconds(found.number), found.number % 3, [], StaysForNextRound: true))),
        registrations.Select((active, number) => (active, number)).Where(found => found.active.Entry.Mentor is not null)
            .Select(found => PoolOf.Mentor(Id(found.number), found.active, found.active.Entry.Mentor!.Capacity)));

    public static List<Registration.Active> Registrations(int mentees, int mentors, int seed)
    {
        var chance = new Random(seed);
        // A mentor shares one of a mentee's areas with a chance of about 3 · 3 / areas.
        var areas = Enumerable.Range(0, Math.Max(AreasOfAPerson, mentors * AreasOfAPerson * AreasOfAPerson / PairsOfAMentee)).Select(number => "area-" + Digits(number)).ToArray();
        return [.. Enumerable.Range(0, mentees + mentors).Select(number =>
        {
            if (!EmailAddress.TryParse($"person{Digits(number)}@university.example", out var email)) throw new InvalidOperationException("The address is invalid.");
            // Squared, so that some institutions are far larger than others.
            var institution = "The University of " + Digits((int)(150 * chance.NextDouble() * chance.NextDouble()));
            var chosen = Enumerable.Range(0, AreasOfAPerson).Select(_ => areas[chance.Next(areas.Length)]).Distinct().ToArray();
            string[] exclude = chance.Next(20) == 0 ? [email.Person] : [];
            return new Registration.Active(email.Person, new Entry(
                "Person " + Digits(number), email, institution, "Planner", "", "", "GOLD",
                number < mentees ? null : new MentorProfile(1 + chance.Next(3), chosen),
                number < mentees ? new MenteeProfile(chosen, "", "") : null,
                exclude, (SameInstitution)chance.Next(3), Declarations.None), DateTimeOffset.UnixEpoch, 1);
        })];
    }

    private static string Id(int number) => "registration-" + Digits(number);

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
