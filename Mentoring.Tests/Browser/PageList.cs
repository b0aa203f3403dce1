using Mentoring.Core.Schemes;
using Mentoring.Pages;
using Mentoring.Pages.Local;
using Mentoring.Tests.Http;

namespace Mentoring.Tests.Browser;

/// <summary>Every page that the local host shows, by a name for its pictures. A page more is a line more; <see cref="PageListTests"/> says which is missing.</summary>
internal static class PageList
{
    private const string Late = "nobody at nowhere";

    /// <summary>Pages that are not looked at by themselves, and why: the operation of openapi.json.</summary>
    public static IReadOnlyDictionary<string, string> Elsewhere { get; } = new Dictionary<string, string>
    {
        ["pausePage"] = "one's own page, for mail programs that open what they should post to",
        ["leavePage"] = "one's own page, for mail programs that open what they should post to",
        ["signIn"] = "a button without fields: leads to the desk",
        ["signOut"] = "a button without fields: leads to the page for signing in",
        ["runRoundAtDesk"] = "its page asks already: leads back to the round",
        ["settleAtDesk"] = "its page asks already: leads back to the desk",
        ["importUpload"] = "the preview asks already: leads back to the round",
        ["sendDeadLetterAtDesk"] = "its page asks already: leads back to the list",
        ["removeChangeAtDesk"] = "its page asks already: leads back to the desk",
        ["sendMailAtDesk"] = "its page asks already: leads back to the list",
        ["restartAtDesk"] = "its page asks already: leads back to the desk",
        ["confirmMembershipAtDesk"] = "its page asks already: leads back to the person",
    };

    public static IEnumerable<ShownPage> Participants(LivedInScheme scheme) =>
    [
        new("form", Paths.Register),
        new("form-faults", Paths.Register, Paths.Registrations, ("email", Late), ("role", "both")),
        new("form-snippet", Paths.Snippet),
        new("form-thanks", "/register/thanks"),
        new("scheme", Paths.Scheme),
        new("document-handbook", Paths.Document(SchemeDocument.Handbook)),
        new("document-agreement", Paths.Document(SchemeDocument.Agreement)),
        new("registration-mentee", scheme.Pages["registrations"]),
        new("registration-mentor", scheme.Mentor),
        new("registration-erase-faults", scheme.Pages["registrations"], scheme.Pages["registrations"] + "/erase"),
        new("offer", scheme.Pages["offers"]),
        new("offer-faults", scheme.Pages["offers"], scheme.Pages["offers"], ("answer", "decline"), ("reason", new string('x', 5000))),
        new("offer-accepted", scheme.Accepted),
        new("agreement", scheme.Pages["agreements"]),
        new("agreement-faults", scheme.Pages["agreements"], scheme.Pages["agreements"], ("signature", "Una")),
        new("partnership", scheme.Pages["partnerships"]),
        new("partnership-faults", scheme.Pages["partnerships"], scheme.Pages["partnerships"] + "/end"),
        new("review-interim", scheme.Pages["reviews"]),
        new("review-interim-faults", scheme.Pages["reviews"], scheme.Pages["reviews"]),
        new("not-found", "/there/is/no/such/page"),
    ];

    public static IEnumerable<ShownPage> Machine(LivedInScheme scheme) =>
    [
        new("welcome", LocalPaths.Welcome),
        new("mailbox", LocalPaths.Mailbox),
        new("mailbox-mail", LocalPaths.Mail(scheme.Journey.Host.Mailbox.Read()[^1].Mail.Id)),
        new("mails", LocalPaths.SampleMails),
        new("mails-offer", LocalPaths.SampleMail("offer")),
        new("desk-calm", Paths.Coordinator),
    ];

    /// <summary>Of participants, where more goes on.</summary>
    public static IEnumerable<ShownPage> FurtherParticipants(BusyScheme scheme) =>
    [
        new("registration-open", scheme.OwnPage),
        new("registration-open-faults", scheme.OwnPage, scheme.OwnPage, ("name", ""), ("capacity", "17"), ("objectives", "")),
        new("partnership-ended", scheme.EndedPartnership),
        new("partnership-thanks", scheme.EndedPartnership + "/thanks"),
        new("review-final-closed", scheme.FinalReview),
        new("review-answered", scheme.AnsweredReview),
        new("review-answered-faults", scheme.AnsweredReview, scheme.AnsweredReview + "/permission", ("share", "no")),
        new("scheme-changed", Paths.Scheme),
    ];

    public static IEnumerable<ShownPage> Desk(BusyScheme scheme) =>
    [
        new("desk", Paths.Coordinator),
        new("desk-round", Paths.Round(BusyScheme.Matched)),
        new("desk-round-open", Paths.Round(BusyScheme.Open)),
        new("desk-round-stuck", Paths.Round(BusyScheme.Stuck)),
        new("desk-round-pairs", Round("pairs")),
        new("desk-round-waiting", Round("waiting")),
        new("desk-round-certificate", Round("certificate")),
        new("desk-round-what-if", Round("what-if")),
        new("desk-round-what-if-answer", Round("what-if") + "?recruit=career-planning&institutions="),
        new("desk-round-what-if-faults", Round("what-if") + "?without=nobody&places=many"),
        new("desk-round-why-not", Round("why-not")),
        new("desk-round-why-not-answer", Round("why-not") + "?mentee=ida.waiting@university.example&mentor=maya.okafor@university.example"),
        new("desk-round-report", Round("report")),
        new("desk-round-feedback", Paths.Round(BusyScheme.Finished, "feedback")),
        new("desk-round-upload", Paths.Round(BusyScheme.Open, "upload")),
        new("desk-round-upload-faults", Paths.Round(BusyScheme.Open, "upload"), Paths.Round(BusyScheme.Open, "upload")),
        new("desk-round-upload-preview", scheme.Preview),
        new("desk-people", Paths.People + "?round=" + BusyScheme.Matched),
        new("desk-people-none", Paths.People + "?q=nobody&round=" + BusyScheme.Matched),
        new("desk-person", scheme.Waiting),
        new("desk-mail", Paths.MailLog + "?round=" + BusyScheme.Matched),
        new("desk-dead-letters", Paths.DeadLetters),
        new("desk-settings", Paths.Settings),
        new("desk-journal", Paths.Journal),
        new("desk-sign-in", Paths.SignIn),
        new("desk-sign-in-faults", Paths.SignIn, Paths.SignIn, ("email", Late)),
        new("desk-sign-in-asked", Paths.SignIn, Paths.SignIn, ("email", "mentoring@planners.example")),
        new("desk-sign-in-link", scheme.SignInLink),
    ];

    /// <summary>What the coordinator does, each with its form, with faults, and as the question before it is done.</summary>
    public static IEnumerable<ShownPage> Actions(BusyScheme scheme) =>
    [
        .. Action("desk-open-round", Paths.OpenRound, ("id", "2026"), ("opens", "2026-09-01T09:00"), ("deadline", "2026-09-30T12:00")),
        .. Action("desk-extend", Paths.Round(BusyScheme.Open, "extend"), ("deadline", "2024-12-31T12:00")),
        .. Action("desk-pair", Paths.MatchByHand, ("mentee", "ida.waiting@university.example"), ("mentor", "maya.okafor@university.example"), ("note", "Both asked for it.")),
        .. Action("desk-apart", Paths.KeepApart, ("a", "ida.waiting@university.example"), ("b", "maya.okafor@university.example")),
        .. Action("desk-address", scheme.Waiting + "/address", ("email", "ida.waiting@elsewhere.example")),
        .. Action("desk-offer-withdraw", scheme.Withdrawal, ("reason", "The mentor has fallen ill.")),
        .. Action("desk-reassign", scheme.Reassignment, ("reason", "capacity"), ("mentorStays", "no")),
        .. Action("desk-change", Paths.Changes, ("what", "Mentors are shown round by video."), ("because", "Reviews asked for it.")),
        new("desk-change-remove", scheme.Change),
        new("desk-run", Paths.Round(BusyScheme.Stuck, "run")),
        new("desk-send-dead-letter", scheme.DeadLetter),
        .. scheme.Settling.Select(path => new ShownPage(NameOf(path), path)).DistinctBy(page => page.Name).Where(page => page.Name != "desk-rounds-run"),
    ];

    private static IEnumerable<ShownPage> Action(string name, string path, params (string Name, string Value)[] right) =>
    [
        new(name, path),
        new(name + "-faults", path, path, [.. right.Select(field => (field.Name, ""))]),
        new(name + "-sure", path, path, right),
    ];

    private static string Round(string page) => Paths.Round(BusyScheme.Matched, page);

    private static string NameOf(string path) => path.Contains("/settle/", StringComparison.Ordinal) ? "desk-settle" : $"desk-{path.Split('/')[2]}-{path.Split('/')[^1]}";
}
