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
        ("desk-journal", Paths.Journal),
    ];
}
