using System.Globalization;
using Mentoring.Core.Registrations;
using Mentoring.Tests.Registrations;

namespace Mentoring.Tests.Journeys;

/// <summary>People for a journey. Mentors are of one institution and mentees of another, so that only what they offer and seek decides.</summary>
internal static class Cast
{
    public static FormFields Mentor(string name, int capacity = 1, params string[] offers) => ValidFields.Mentor(name)
        .With("institution", "University of the North")
        .With("capacity", capacity.ToString(CultureInfo.InvariantCulture))
        .With("offers", offers is [] ? ["career-planning"] : offers);

    public static FormFields Mentee(string name, params string[] seeks) => ValidFields.Mentee(name)
        .With("institution", "University of the South")
        .With("seeks", seeks is [] ? ["career-planning"] : seeks);
}
