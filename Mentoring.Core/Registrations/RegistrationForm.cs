using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Mentoring.Core.People;
using Mentoring.Core.Schemes;
using Field = Mentoring.Core.Registrations.RegistrationFields;

namespace Mentoring.Core.Registrations;

/// <summary>From the fields of a registration form to a checked <see cref="Entry"/>, or to everything that is wrong with them, at once.</summary>
/// <remarks>Names of fields that the form does not have are ignored, and so are the fields of a role that was not chosen.</remarks>
public static partial class RegistrationForm
{
    private static readonly FrozenSet<string> ContentNames = Field.Content.ToFrozenSet(StringComparer.Ordinal);
    private static readonly string[] Roles = ["mentor", "mentee", "both"];
    private static readonly string[] InstitutionWishes = ["avoid", "allow"];

    /// <param name="now">When the form was received: kept as the time of the declarations.</param>
    public static FormResult Read(FormFields fields, Scheme scheme, DateTimeOffset now)
    {
        if (fields[Field.Website].Any(value => !string.IsNullOrWhiteSpace(value)))
            return new FormResult.Trapped(RedirectOrigins.Allow(scheme, fields.First(Field.Redirect) ?? "", out var safe) ? safe : null);

        var reader = new FieldReader(fields);
        var name = reader.Line(Field.Name, "Your name", 120, "Enter your name.");
        var email = Email(reader);
        var institution = reader.Line(Field.Institution, "Your institution", 200, "Enter the name of your institution.");
        var jobTitle = reader.Line(Field.JobTitle, "Your job title", 200, "Enter your job title.");
        var biography = reader.Paragraphs(Field.Biography, "Your biography", 4000, "Enter a short biography: your work, and what you bring to mentoring.");
        var membershipNumber = reader.Line(Field.MembershipNumber, "Your membership number", 60, "Enter your membership number.");
        var grade = Grade(reader, scheme, out var refusal);
        if (refusal is not null)
            return refusal;

        var experience = Experience(reader, scheme);
        var role = reader.Choice(Field.Role, "Your role", Roles, "Choose whether you register as mentor, as mentee or as both.");
        var mentor = role is "mentor" or "both" ? Mentor(reader, scheme) : null;
        var mentee = role is "mentee" or "both" ? Mentee(reader, scheme) : null;
        var exclude = Exclude(reader, email);
        var sameInstitution = OwnInstitution(reader);
        var declarations = Declarations(reader, scheme, now);
        var submissionId = SubmissionId(reader);
        var redirect = Redirect(reader, scheme);
        if (reader.Errors.Count > 0 || email is null)
            return new FormResult.Invalid(reader.Errors);

        var content = fields.ContentHash(ContentNames);
        var entry = new Entry(name, email, institution, jobTitle, biography, membershipNumber, grade, mentor, mentee, exclude, sameInstitution, declarations) { Experience = experience };
        return new FormResult.Valid(entry, submissionId.Length > 0 ? submissionId : FormResult.Valid.IdOf(content), content, redirect);
    }

    private static EmailAddress? Email(FieldReader reader)
    {
        const string sentence = "Enter your email address, like name@example.org.";
        var typed = reader.Line(Field.Email, "Your email address", EmailAddress.Longest, sentence);
        if (EmailAddress.TryParse(typed, out var address))
            return address;
        if (typed.Length > 0)
            reader.Wrong(Field.Email, $"{FieldReader.Shown(typed)} is not an email address. {sentence}");
        return null;
    }

    private static string Grade(FieldReader reader, Scheme scheme, out FormResult.NotEligible? refusal)
    {
        refusal = null;
        var missing = scheme.Grades.Count == 0 ? null : $"Give your membership grade. The scheme is open to: {string.Join(", ", scheme.Grades)}.";
        var typed = reader.Line(Field.MembershipGrade, "Your membership grade", 60, missing);
        if (typed.Length > 0 && !scheme.Admits(typed))
        {
            refusal = new FormResult.NotEligible(
                $"The scheme is open to members of these grades: {string.Join(", ", scheme.Grades)}. The form says {FieldReader.Shown(typed)}. "
                + $"If that is not your grade, correct it and send the form again; with any question write to {scheme.Contact.Email}.");
        }

        return scheme.Grades.FirstOrDefault(grade => grade.Equals(typed, StringComparison.OrdinalIgnoreCase)) ?? typed;
    }

    private static int? Experience(FieldReader reader, Scheme scheme) => scheme.Gates.MoreExperience
        ? reader.Number(Field.Experience, "Your years in the profession", 0, Entry.MostExperience, $"Enter how many years you have worked in the profession, from 0 to {Entry.MostExperience}.")
        : null;

    private static MentorProfile Mentor(FieldReader reader, Scheme scheme)
    {
        var limit = scheme.CapacityLimit;
        var capacity = reader.Number(Field.Capacity, "The number of mentees", 1, limit, $"Enter how many mentees you can take on at a time, from 1 to {limit}.");
        var offers = reader.Codes(Field.Offers, Areas(scheme), "Choose at least one area in which you offer support.");
        // Whoever has yet to be trained may register, and says so later.
        return new MentorProfile(capacity, offers, scheme.Gates.MentorTraining && reader.Choice(Field.MentorTraining, "Your answer about the training", ["yes"], missing: null) == "yes");
    }

    private static MenteeProfile Mentee(FieldReader reader, Scheme scheme)
    {
        var seeks = reader.Codes(Field.Seeks, Areas(scheme), "Choose at least one area in which you seek support, the most wanted first.");
        var objectives = reader.Paragraphs(Field.Objectives, "Your objectives", 2000, "Enter the objectives that you set for yourself.");
        return new MenteeProfile(seeks, objectives, reader.Paragraphs(Field.Reasons, "Your reasons", 2000, missing: null));
    }

    private static List<string> Areas(Scheme scheme) => [.. scheme.Expertise.Select(area => area.Code)];

    private static IReadOnlyList<string> Exclude(FieldReader reader, EmailAddress? own)
    {
        var people = new List<string>();
        foreach (var typed in reader.Lines(Field.Exclude))
        {
            if (!EmailAddress.TryParse(typed, out var address))
                reader.Wrong(Field.Exclude, $"{FieldReader.Shown(typed)} is not an email address. Enter addresses of people you should not be paired with, like name@example.org.");
            else if (address.Canonical == own?.Canonical)
                reader.Wrong(Field.Exclude, "This is your own address. You are never paired with yourself, so please leave it out.");
            else
                people.Add(address.Person);
        }

        return [.. people.Distinct(StringComparer.Ordinal)];
    }

    private static SameInstitution OwnInstitution(FieldReader reader) =>
        reader.Choice(Field.SameInstitution, "Your answer about your own institution", InstitutionWishes, missing: null) switch
        {
            "allow" => SameInstitution.Allow,
            "avoid" => SameInstitution.Avoid,
            _ => SameInstitution.NoWish,
        };

    private static Declarations Declarations(FieldReader reader, Scheme scheme, DateTimeOffset now)
    {
        var commitment = reader.Yes(Field.Commitment, "Confirm that you have considered the commitment and can give the time.");
        reader.Yes(Field.CodeOfConduct, "Confirm that you have read the handbook and the code of conduct.");
        reader.Yes(Field.Privacy, "Confirm that you have read how your data is used.");
        string[] read = [SchemeDocument.Handbook, SchemeDocument.CodeOfConduct, SchemeDocument.Privacy];
        return new Declarations(now, commitment, [.. read.Select(scheme.Document).OfType<SchemeDocument>().Select(document => new ReadDocument(document.Code, document.Version))]);
    }

    private static string SubmissionId(FieldReader reader)
    {
        var id = reader.Line(Field.SubmissionId, "The submission's id", 100, missing: null);
        return id.Length == 0 || IdShape().IsMatch(id)
            ? id
            : reader.Wrong(Field.SubmissionId, "The submission's id must be 1 to 100 letters, digits and . _ : - without blanks.");
    }

    private static string? Redirect(FieldReader reader, Scheme scheme)
    {
        var wish = reader.Line(Field.Redirect, "The address to return to", 2000, missing: null);
        if (wish.Length == 0)
            return null;
        if (RedirectOrigins.Allow(scheme, wish, out var address))
            return address;
        var allowed = scheme.RedirectOrigins.Count == 0 ? "the scheme allows none, so leave it out" : "begin it with " + string.Join(" or ", scheme.RedirectOrigins);
        reader.Wrong(Field.Redirect, $"The address to return to is not allowed: {allowed}.");
        return null;
    }

    [GeneratedRegex(@"\A[A-Za-z0-9._:-]{1,100}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdShape();
}
