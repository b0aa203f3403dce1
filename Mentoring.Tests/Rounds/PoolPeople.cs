using System.Globalization;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;

namespace Mentoring.Tests.Rounds;

/// <summary>People for pools: say what matters, the rest is unremarkable.</summary>
internal static class PoolPeople
{
    public static readonly DateTimeOffset Registered = new(2024, 9, 10, 9, 0, 0, TimeSpan.Zero);

    public static readonly string[] Areas =
        ["new-professionals", "new-to-sector", "moving-into-management", "new-opportunities", "senior-leadership", "relationships", "wellbeing", "career-planning"];

    public static PoolMentee Mentee(string id, params string[] seeks) =>
        new(id, "person-" + id, "institution-" + id, seeks, [], [], SameInstitution.NoWish, 0, Registered);

    public static PoolMentor Mentor(string id, int places, params string[] offers) =>
        new(id, "person-" + id, "institution-" + id, offers, [], SameInstitution.NoWish, places);

    /// <summary>A pool in which places are scarce, ties are common and gates are sometimes shut.</summary>
    public static Pool Random(int seed, int mentees = 8, int mentors = 4)
    {
        var dice = new Random(seed);
        return Pool.Of(
            Enumerable.Range(0, mentees).Select(number => Mentee(Id("mentee", number), Some(dice, 3)) with
            {
                Institution = Institution(dice),
                RoundsWaited = dice.Next(2),
                Since = Registered.AddHours(dice.Next(48)),
                Exclude = dice.Next(6) == 0 ? ["person-" + Id("mentor", dice.Next(mentors))] : [],
                Refused = dice.Next(6) == 0 ? ["person-" + Id("mentor", dice.Next(mentors))] : [],
            }),
            Enumerable.Range(0, mentors).Select(number => Mentor(Id("mentor", number), 1 + dice.Next(2), Some(dice, 4)) with { Institution = Institution(dice) }));
    }

    private static string Id(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}-{number:D2}");

    private static string Institution(Random dice) => "institution-" + dice.Next(3).ToString(CultureInfo.InvariantCulture);

    private static string[] Some(Random dice, int most)
    {
        var areas = Areas.ToArray();
        dice.Shuffle(areas);
        return areas[..(1 + dice.Next(most))];
    }
}
