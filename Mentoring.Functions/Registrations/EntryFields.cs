using System.Globalization;
using Mentoring.Core.Registrations;
using Field = Mentoring.Core.Registrations.RegistrationFields;

namespace Mentoring.Functions.Registrations;

/// <summary>An entry as the fields of the form that would say the same.</summary>
/// <remarks>Whom not to be paired with is kept as hashes only and can't be shown again.</remarks>
public static class EntryFields
{
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Of(Entry entry)
    {
        var fields = new OrderedDictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            [Field.Name] = [entry.Name],
            [Field.Email] = [entry.Email.Typed],
            [Field.Institution] = [entry.Institution],
            [Field.JobTitle] = [entry.JobTitle],
            [Field.Biography] = [entry.Biography],
            [Field.MembershipNumber] = [entry.MembershipNumber],
            [Field.MembershipGrade] = [entry.MembershipGrade],
            [Field.Experience] = entry.Experience is { } years ? [years.ToString(CultureInfo.InvariantCulture)] : [],
            [Field.Role] = [(entry.Mentor, entry.Mentee) switch { (not null, not null) => "both", (not null, null) => "mentor", _ => "mentee" }],
            [Field.Capacity] = entry.Mentor is { } mentor ? [mentor.Capacity.ToString(CultureInfo.InvariantCulture)] : [],
            [Field.Offers] = entry.Mentor?.Offers ?? [],
            [Field.MentorTraining] = entry.Mentor is { Trained: true } ? ["yes"] : [],
            [Field.Seeks] = entry.Mentee?.Seeks ?? [],
            [Field.Objectives] = entry.Mentee is { } mentee ? [mentee.Objectives] : [],
            [Field.Reasons] = entry.Mentee is { Reasons.Length: > 0 } learner ? [learner.Reasons] : [],
            [Field.SameInstitution] = entry.SameInstitution switch { SameInstitution.Avoid => ["avoid"], SameInstitution.Allow => ["allow"], _ => [""] },
            [Field.Commitment] = ["yes"],
            [Field.CodeOfConduct] = ["yes"],
            [Field.Privacy] = ["yes"],
        };
        return fields;
    }
}
