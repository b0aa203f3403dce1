using Mentoring.Core.Registrations;

namespace Mentoring.Tests.Registrations;

/// <summary>Forms that <see cref="Schemes.TestScheme"/> takes; change what a test is about with <see cref="FormFields.With"/>.</summary>
public static class ValidFields
{
    public static FormFields Mentor(string name = "Maya Okafor", string? email = null) => Person(name, email, "Head of Planning")
        .With("role", "mentor")
        .With("capacity", "2")
        .With("offers", "moving-into-management", "career-planning");

    public static FormFields Mentee(string name = "Tom Hughes", string? email = null) => Person(name, email, "Planning Officer")
        .With("role", "mentee")
        .With("seeks", "career-planning", "wellbeing")
        .With("objectives", "Decide on my next step within a year.")
        .With("reasons", "Two years in post, and no senior colleague in my field nearby.");

    public static FormFields Both(string name = "Priya Nair", string? email = null) => Mentee(name, email)
        .With("role", "both")
        .With("capacity", "1")
        .With("offers", "new-to-sector");

    private static FormFields Person(string name, string? email, string jobTitle) => FormFields.Empty
        .With("name", name)
        .With("email", email ?? name.ToLowerInvariant().Replace(' ', '.') + "@university.example")
        .With("institution", "University of Testing")
        .With("jobTitle", jobTitle)
        .With("biography", "Ten years of planning in higher education.\nWalks, choirs, spreadsheets.")
        .With("membershipNumber", "M-1042")
        .With("membershipGrade", "GOLD")
        .With("sameInstitution", "avoid")
        .With("commitment", "yes")
        .With("codeOfConduct", "yes")
        .With("privacy", "yes");
}
