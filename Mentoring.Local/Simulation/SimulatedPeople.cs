using System.Globalization;
using Mentoring.Core.Registrations;
using Mentoring.Core.Schemes;
using Field = Mentoring.Core.Registrations.RegistrationFields;

namespace Mentoring.Local.Simulation;

/// <summary>Invents registrations, in any number: 150 institutions of skewed sizes, three to five areas each. The same seed gives the same people.</summary>
public static class SimulatedPeople
{
    private const int Institutions = 150;

    private static readonly string[] FirstNames =
        ["Amina", "Ben", "Carys", "Dmitri", "Eilidh", "Farah", "Gethin", "Hana", "Idris", "Jasmine", "Kwame", "Lucia", "Mairi", "Niamh", "Oscar", "Priya", "Rhys", "Sofia", "Tomasz", "Yusuf"];

    private static readonly string[] LastNames =
        ["Abbott", "Banerjee", "Campbell", "Davies", "Eze", "Fraser", "Garcia", "Hughes", "Ibrahim", "Jones", "Kaur", "Lewis", "Morgan", "Nowak", "Okafor", "Patel", "Quinn", "Robertson", "Singh", "Taylor"];

    public static IEnumerable<FormFields> Invent(Scheme scheme, int mentees, int mentors, int seed)
    {
        var chance = new Random(seed);
        for (var number = 0; number < mentees + mentors; number++)
            yield return Person(scheme, number, number < mentees ? "mentee" : "mentor", chance);
    }

    private static FormFields Person(Scheme scheme, int number, string role, Random chance)
    {
        // Squaring makes the first institutions large and the last ones small.
        var institution = (int)(chance.NextDouble() * chance.NextDouble() * Institutions);
        var first = FirstNames[chance.Next(FirstNames.Length)];
        var last = LastNames[chance.Next(LastNames.Length)];
        var fields = new List<KeyValuePair<string, string>>
        {
            new(Field.Name, $"{first} {last}"),
            new(Field.Email, string.Create(CultureInfo.InvariantCulture, $"{first}.{last}.{number}@u{institution}.example").ToLowerInvariant()),
            new(Field.Institution, string.Create(CultureInfo.InvariantCulture, $"University {institution}")),
            new(Field.JobTitle, role == "mentor" ? "Head of Planning" : "Planning Officer"),
            new(Field.Biography, $"{first} works on plans, data and returns."),
            new(Field.MembershipNumber, number.ToString("D6", CultureInfo.InvariantCulture)),
            new(Field.MembershipGrade, scheme.Grades.Count > 0 ? scheme.Grades[0] : "Member"),
            new(Field.Role, role),
            new(Field.Commitment, "yes"),
            new(Field.CodeOfConduct, "yes"),
            new(Field.Privacy, "yes"),
            new(Field.SubmissionId, string.Create(CultureInfo.InvariantCulture, $"simulated-{number}")),
        };
        if (scheme.Gates.MoreExperience)
            fields.Add(new(Field.Experience, (role == "mentor" ? 8 + (number % 25) : number % 12).ToString(CultureInfo.InvariantCulture)));
        var areas = scheme.Expertise.Select(area => area.Code).ToArray();
        chance.Shuffle(areas);
        var chosen = areas.Take(Math.Min(areas.Length, chance.Next(3, 6)));
        if (role == "mentor")
        {
            fields.Add(new(Field.Capacity, chance.Next(1, scheme.CapacityLimit + 1).ToString(CultureInfo.InvariantCulture)));
            fields.AddRange(chosen.Select(area => KeyValuePair.Create(Field.Offers, area)));
            if (scheme.Gates.MentorTraining)
                fields.Add(new(Field.MentorTraining, "yes"));
        }
        else
        {
            fields.AddRange(chosen.Select(area => KeyValuePair.Create(Field.Seeks, area)));
            fields.Add(new(Field.Objectives, "Find my way into the next role."));
        }

        return new FormFields(fields);
    }
}
