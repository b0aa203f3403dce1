using Mentoring.Core.Registrations;
using Mentoring.Pages;
using Mentoring.Pages.Coordinator;

namespace Mentoring.Functions.Coordinator.Overview;

/// <summary>How points are shown: what, why, where to look, and what settles them.</summary>
internal static class AttentionItems
{
    public static AttentionItem Of(RoundBook book, AttentionPoint point) => new(TitleOf(point) + NameOf(book, point), point.Words, LinkOf(book, point), SettledBy(book, point));

    private static string TitleOf(AttentionPoint point) => point.Code switch
    {
        "mail-failed" => "An email could not be delivered",
        "partnership-ended" => "A partnership ended early",
        "agreement-lapsed" => "An agreement was not signed",
        "clockwork-failed" => "A step keeps failing",
        "round-overdue" => "A round is late",
        "membership-unanswered" => "The membership records do not answer",
        "membership-unknown" => "A membership is not known",
        "membership-lapsed" or "membership-over" => "A membership has lapsed",
        "turned-away" => "Somebody was turned away",
        "settings-changed" => "The settings were changed",
        "agreement-text-missing" => "The text of an agreement is missing",
        "review-note" => "A word to you in a review",
        _ => "Something needs you",
    };

    /// <summary>Words of a point name nobody: they stand in mails too.</summary>
    private static string NameOf(RoundBook book, AttentionPoint point) =>
        PersonOf(book, point) is { Length: > 0 } person && book.EntryOf(person) is { } entry ? $": {entry.Name}" : "";

    private static string? PersonOf(RoundBook book, AttentionPoint point) => point.Subject.Split(':', 2) switch
    {
        ["registration", var person] => person,
        ["review", var id] when book.Reviews.GetValueOrDefault(id) is { } review => Core.Reviews.Review.FormOf(review)?.ParticipantId,
        _ => null,
    };

    private static string LinkOf(RoundBook book, AttentionPoint point) => point.Subject.Split(':', 2) switch
    {
        ["registration", { Length: > 0 } person] => Paths.Person(person),
        ["partnership", var id] when Core.Partnerships.Partnership.PairOf(book.Partnerships.GetValueOrDefault(id) ?? new Core.Partnerships.Partnership.None()) is { } pair => Paths.Person(pair.MenteeId),
        ["review", _] => Paths.Round(book.Id, "feedback"),
        _ => Paths.Round(book.Id),
    };

    private static IReadOnlyList<DeskLink> SettledBy(RoundBook book, AttentionPoint point) => point.Code switch
    {
        "round-overdue" => [new("Run the round now", Paths.Round(book.Id, "run"))],
        "clockwork-failed" => [new("Start it again", Paths.Instance(point.Subject.Split(':', 2)[^1]))],
        "membership-unknown" => [new("Confirm the membership", Paths.Membership(point.Subject.Split(':', 2)[^1])), new("I have seen to it", Paths.Round(book.Id, $"settle/{point.Id}"))],
        "mail-failed" when book.FailedMails.FirstOrDefault(mail => mail.At == point.Since && point.Subject == $"registration:{mail.Draft.To}") is { } mail =>
            [
                .. mail.Draft.To is { } to && book.Registrations.GetValueOrDefault(to) is Registration.Active ? [new("Correct the address", Paths.Address(to))] : Array.Empty<DeskLink>(),
                new("Send it again", Paths.Mail(mail.Draft.Key)), new("I have seen to it", Paths.Round(book.Id, $"settle/{point.Id}")),
            ],
        _ when point.GoesByItself => [],
        _ => [new("I have seen to it", Paths.Round(book.Id, $"settle/{point.Id}"))],
    };
}
