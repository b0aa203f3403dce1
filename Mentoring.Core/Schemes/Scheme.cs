using Mentoring.Core.Time;

namespace Mentoring.Core.Schemes;

/// <summary>The settings of one association's scheme, as read from <c>scheme.json</c> by <see cref="SchemeReader"/>, where every bound is written.</summary>
/// <param name="Name">What the scheme is called.</param>
/// <param name="Association">Who runs it.</param>
/// <param name="TimeZone">IANA zone of every deadline.</param>
/// <param name="Website">The association's website.</param>
/// <param name="RedirectOrigins">Origins that a registration form may send people back to, such as <c>https://example.org</c>.</param>
/// <param name="Grades">Grades that may register; empty means every member.</param>
/// <param name="CapacityLimit">Most mentees at a time that a mentor may declare, 1 to 20; 3 is the usual advice.</param>
/// <param name="TermMonths">6 or 12.</param>
public sealed record Scheme(
    string Name,
    string Association,
    Contact Contact,
    string TimeZone,
    string? Website,
    IReadOnlyList<string> RedirectOrigins,
    IReadOnlyList<string> Grades,
    IReadOnlyList<ExpertiseArea> Expertise,
    InstitutionRule Institutions,
    int CapacityLimit,
    int TermMonths,
    OfferPolicy Offers,
    AgreementPolicy Agreements,
    ReviewPolicy Reviews,
    WaitingPolicy Waiting,
    Weights Weights,
    IReadOnlyList<SchemeDocument> Documents,
    MeetingAdvice Meetings,
    RetentionPolicy Retention,
    MembershipPolicy Membership,
    IReadOnlyList<RoundSettings> Rounds)
{
    public Branding Branding { get; init; } = Branding.House;

    /// <summary>Whether people register in a window or at any time.</summary>
    public Intake Intake { get; init; }

    public GatePolicy Gates { get; init; }

    /// <summary>Inductions and trainings, in the order of their dates.</summary>
    public IReadOnlyList<TrainingSession> Training { get; init; } = [];

    public FormsQuestions Forms { get; init; } = FormsQuestions.None;

    /// <summary>The area's title, or the code itself where an old registration holds a code that is gone.</summary>
    public string TitleOf(string code) => Expertise.FirstOrDefault(area => area.Code == code)?.Title ?? code;

    /// <summary>Trainings for a mentor, or a mentee, that have not begun.</summary>
    public IReadOnlyList<TrainingSession> TrainingFor(bool mentor, DateTimeOffset now) =>
        [.. Training.Where(session => session.IsFor(mentor) && !session.At.HasPassed(now))];

    public SchemeDocument? Document(string code) => Documents.FirstOrDefault(document => document.Code == code);

    /// <summary>The agreement in a version: today's, or an earlier one that is kept under a code of its own, such as <c>agreement-2023</c>; null where there is none.</summary>
    public SchemeDocument? AgreementOf(string version) => Documents.FirstOrDefault(document =>
        document.Version == version && (document.Code == SchemeDocument.Agreement || document.Code.StartsWith(SchemeDocument.Agreement + "-", StringComparison.Ordinal)));

    /// <summary>Whether a grade may register. Grades are compared without regard to case.</summary>
    public bool Admits(string grade) => Grades.Count == 0 || Grades.Contains(grade, StringComparer.OrdinalIgnoreCase);
}

/// <summary>The coordinator, as people may reach them.</summary>
public sealed record Contact(string Name, string Email, string? Phone);

/// <summary>An area of expertise that mentors offer and mentees seek.</summary>
public sealed record ExpertiseArea(string Code, string Title);

/// <summary>When people may register, and when they are matched.</summary>
public enum Intake
{
    /// <summary>Until a deadline; all are matched together after it.</summary>
    Window,

    /// <summary>At any time; whoever registers is matched as soon as there is somebody for them.</summary>
    Rolling,
}

/// <summary>Whether mentor and mentee may be of the same institution.</summary>
public enum InstitutionRule
{
    /// <summary>Never, unless both said <c>allow</c>.</summary>
    Different,

    /// <summary>They may, but of two equally good matchings the one with more different institutions is taken.</summary>
    PreferDifferent,
}

/// <summary>How long an offer lives. Days count from the mail; times are noon, local.</summary>
/// <param name="ReplyDays">1 to 60.</param>
/// <param name="ReminderDays">Each below <paramref name="ReplyDays"/>, rising.</param>
public sealed record OfferPolicy(int ReplyDays, IReadOnlyList<int> ReminderDays)
{
    /// <summary>How long there is to answer an offer whose mail goes out at a moment.</summary>
    public Countdown TimeToReply(DateTimeOffset mailed, string zone) => Countdown.From(mailed, zone, ReplyDays, ReminderDays);
}

/// <summary>How long both have to sign after the introduction.</summary>
/// <param name="SignDays">1 to 120.</param>
/// <param name="ReminderDays">Each below <paramref name="SignDays"/>, rising.</param>
public sealed record AgreementPolicy(int SignDays, IReadOnlyList<int> ReminderDays);

/// <summary>When both are asked how it goes.</summary>
/// <param name="InterimAfterMonths">1 to the term less 1.</param>
/// <param name="AnswerDays">1 to 60.</param>
/// <param name="ReminderDays">Each below <paramref name="AnswerDays"/>, rising.</param>
public sealed record ReviewPolicy(int InterimAfterMonths, int AnswerDays, IReadOnlyList<int> ReminderDays)
{
    /// <summary>Months to the interim review in a term of any length: a month before its end at the latest.</summary>
    public int InterimWithin(int termMonths) => Math.Min(InterimAfterMonths, termMonths - 1);
}

/// <summary>The waiting list.</summary>
/// <param name="UpdateAfterDays">Days from the deadline to the fixed date on which everybody still waiting is written to; 7 to 180.</param>
public sealed record WaitingPolicy(int UpdateAfterDays);

/// <summary>Points that make a pair's score. All 0 to 1000.</summary>
/// <param name="ByRank">For the area a mentee wants most, second most, …; beyond the list the last value counts.</param>
/// <param name="FewerOffered">For a mentor of few areas: so many points less the number of areas offered, not below 0. Generalists are kept for those who seek the rare.</param>
/// <param name="DifferentInstitution">For partners of different institutions.</param>
public sealed record Weights(IReadOnlyList<int> ByRank, int FewerOffered, int DifferentInstitution);

/// <summary>A document of the scheme: handbook, code of conduct, agreement and so on.</summary>
/// <param name="Code">Such as <c>handbook</c>.</param>
/// <param name="Version">Kept with a declaration or signature.</param>
/// <param name="File">Markdown file beside scheme.json.</param>
/// <param name="Delivery">How mails carry it.</param>
public sealed record SchemeDocument(string Code, string Title, string Version, string File, DocumentDelivery Delivery)
{
    public const string Handbook = "handbook";
    public const string CodeOfConduct = "code-of-conduct";
    public const string Agreement = "agreement";
    public const string Privacy = "privacy";
    public const string MentoringPlan = "mentoring-plan";
    public const string FirstMeeting = "first-meeting";
    public const string Evaluation = "evaluation";

    /// <summary>Documents without which no scheme can run.</summary>
    public static IReadOnlyList<string> Required { get; } = [Handbook, CodeOfConduct, Agreement, Privacy];
}

public enum DocumentDelivery
{
    Link,
    Attach,
}

/// <summary>What is published about meetings before anybody registers.</summary>
public sealed record MeetingAdvice(string Frequency, string Length, string Place, string Notes);

/// <summary>How many months after a round's last partnership ended personal data is kept; 0 to 120.</summary>
public sealed record RetentionPolicy(int Months);

/// <summary>What follows when a membership lapses.</summary>
/// <param name="GraceDays">Days to renew it in, to noon of the last, local; 0 to 180.</param>
public sealed record MembershipPolicy(int GraceDays, AfterGrace AfterGrace);

/// <summary>What becomes of a running partnership of somebody who has not renewed their membership in time.</summary>
public enum AfterGrace
{
    /// <summary>It ends, and nobody is to blame.</summary>
    End,

    /// <summary>It goes on, and the coordinator is called.</summary>
    Coordinator,
}

/// <summary>A round as written in the settings.</summary>
/// <param name="Deadline"><see cref="LocalInstant.Never"/> where people register at any time.</param>
/// <param name="ReviewMonths">Length of its partnerships, 6 or 12; the scheme's term where null.</param>
public sealed record RoundSettings(string Id, LocalInstant Opens, LocalInstant Deadline, int? ReviewMonths);
