using System.Text.Json.Serialization;
using Mentoring.Core.Matching;
using Mentoring.Core.Registrations;

namespace Mentoring.Core.Rounds;

/// <summary>Everybody who can be matched at one moment: the input of a matching, free of names and words.</summary>
/// <param name="Mentees">Whoever waits, in the order of <see cref="WaitingOrder"/>.</param>
/// <param name="Mentors">Whoever has a free place, by id.</param>
public sealed record Pool(IReadOnlyList<PoolMentee> Mentees, IReadOnlyList<PoolMentor> Mentors)
{
    /// <summary>The same people in the same order, however they were found.</summary>
    public static Pool Of(IEnumerable<PoolMentee> mentees, IEnumerable<PoolMentor> mentors) => new(
        [.. mentees.Order(WaitingOrder.Instance)],
        [.. mentors.OrderBy(mentor => mentor.Id, StringComparer.Ordinal)]);
}

/// <param name="Person">See <c>EmailAddress.Person</c>.</param>
/// <param name="Institution">As compared, not as written: see <see cref="InstitutionKey"/>.</param>
/// <param name="Seeks">Codes, most wanted first.</param>
/// <param name="Exclude">People never to be paired with.</param>
/// <param name="Refused">Mentors, by person, whom the software does not offer again: declined, left unanswered, or had before.</param>
/// <param name="HeldBack">See <see cref="Membership.HoldsBack"/>.</param>
/// <param name="Experience">See <see cref="Entry.Experience"/>.</param>
public sealed record PoolMentee(
    string Id,
    string Person,
    string Institution,
    IReadOnlyList<string> Seeks,
    IReadOnlyList<string> Exclude,
    IReadOnlyList<string> Refused,
    SameInstitution SameInstitution,
    int RoundsWaited,
    DateTimeOffset Since,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool HeldBack = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int? Experience = null)
{
    // Kept, because whoever waits is matched again and again.
    internal ulong Lot { get; } = StableKey.Of(Id);
}

/// <param name="Places">Free places.</param>
/// <param name="HeldBack">See <see cref="Membership.HoldsBack"/>.</param>
/// <param name="Trained">See <see cref="MentorProfile.Trained"/>.</param>
/// <param name="Experience">See <see cref="Entry.Experience"/>.</param>
public sealed record PoolMentor(
    string Id,
    string Person,
    string Institution,
    IReadOnlyList<string> Offers,
    IReadOnlyList<string> Exclude,
    SameInstitution SameInstitution,
    int Places,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool HeldBack = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Trained = false,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int? Experience = null)
{
    internal ulong Lot { get; } = StableKey.Of(Id);
}
