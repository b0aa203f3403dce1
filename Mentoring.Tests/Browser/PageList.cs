using Mentoring.Core.Schemes;
using Mentoring.Pages;
using Mentoring.Pages.Local;
using Mentoring.Tests.Http;

namespace Mentoring.Tests.Browser;

/// <summary>Every page that the local host shows, by a name for its pictures. A page more is a line more.</summary>
internal static class PageList
{
    public static IEnumerable<(string Name, string Path)> Participants(LivedInScheme scheme) =>
    [
        ("form", Paths.Register),
        ("form-snippet", Paths.Snippet),
        ("form-thanks", "/register/thanks"),
        ("scheme", Paths.Scheme),
        ("document-handbook", Paths.Document(SchemeDocument.Handbook)),
        ("document-agreement", Paths.Document(SchemeDocument.Agreement)),
        ("registration-mentee", scheme.Pages["registrations"]),
        ("registration-mentor", scheme.Mentor),
        ("offer", scheme.Pages["offers"]),
        ("offer-accepted", scheme.Accepted),
        ("agreement", scheme.Pages["agreements"]),
        ("partnership", scheme.Pages["partnerships"]),
        ("review-interim", scheme.Pages["reviews"]),
        ("not-found", "/there/is/no/such/page"),
    ];

    public static IEnumerable<(string Name, string Path)> Machine(LivedInScheme scheme) =>
    [
        ("welcome", LocalPaths.Welcome),
        ("mailbox", LocalPaths.Mailbox),
        ("mailbox-mail", LocalPaths.Mail(scheme.Journey.Host.Mailbox.Read()[^1].Mail.Id)),
        ("mails", LocalPaths.SampleMails),
        ("mails-offer", LocalPaths.SampleMail("offer")),
    ];

    public static IEnumerable<(string Name, string Path)> Desk(LivedInScheme scheme) =>
    [
        ("desk", Paths.Coordinator),
        ("desk-round", Paths.Round(scheme.Journey.Round)),
        ("desk-round-pairs", Paths.Round(scheme.Journey.Round, "pairs")),
        ("desk-round-waiting", Paths.Round(scheme.Journey.Round, "waiting")),
        ("desk-round-certificate", Paths.Round(scheme.Journey.Round, "certificate")),
        ("desk-round-what-if", Paths.Round(scheme.Journey.Round, "what-if")),
        ("desk-round-why-not", Paths.Round(scheme.Journey.Round, "why-not")),
        ("desk-round-report", Paths.Round(scheme.Journey.Round, "report")),
        ("desk-round-feedback", Paths.Round(scheme.Journey.Round, "feedback")),
        ("desk-round-upload", Paths.Round("2025", "upload")),
        ("desk-people", Paths.People),
        ("desk-person", Paths.Person(scheme.Person)),
        ("desk-offer-withdraw", Paths.Offer(scheme.Offer, "withdraw")),
        ("desk-pair", Paths.MatchByHand),
        ("desk-apart", Paths.KeepApart),
        ("desk-mail", Paths.MailLog),
        ("desk-dead-letters", Paths.DeadLetters),
        ("desk-settings", Paths.Settings),
        ("desk-sign-in", Paths.SignIn),
        ("desk-journal", Paths.Journal),
    ];
}
