using System.Globalization;
using Mentoring.Core;
using Mentoring.Core.Reviews;
using Mentoring.Local.Mail;

namespace Mentoring.Local.Simulation;

/// <summary>What invented people do when a mail arrives. What they decide depends on the seed and the mail alone, not on the order in which mails come.</summary>
public sealed class SimulatedBehaviour(Temperament temperament, int seed)
{
    private static readonly string[] EndingReasons = ["objectives-met", "circumstances", "capacity", "role-change", "other"];

    /// <summary>The posts that follow, each with its moment. Paths are those of the mail's links.</summary>
    public IEnumerable<Answer> To(ReceivedMail received)
    {
        var chance = new Random(StableHash(received.Mail.Id));
        var answers = Decide(received, chance);
        return answers.Select(answer => answer with { At = received.SentAt + answer.After });
    }

    private IEnumerable<Answer> Decide(ReceivedMail received, Random chance) => received.Mail.Template switch
    {
        MailTemplates.Offer when chance.NextDouble() < temperament.Answers => [AnswerOffer(received, chance, 3)],
        MailTemplates.OfferReminder when chance.NextDouble() < 0.5 => [AnswerOffer(received, chance, 2)],
        MailTemplates.Introduction when chance.NextDouble() < temperament.Signs => [Sign(received, chance, 6)],
        MailTemplates.AgreementReminder when chance.NextDouble() < 0.5 => [Sign(received, chance, 4)],
        MailTemplates.AgreementComplete when chance.NextDouble() < temperament.EndsEarly =>
            [Post(received, "/partnerships/", "/end", chance, 300, ("reason", EndingReasons[chance.Next(EndingReasons.Length)]))],
        MailTemplates.ReviewInterim or MailTemplates.ReviewFinal or MailTemplates.ReviewReminder when chance.NextDouble() < temperament.AnswersReview => [Review(received, chance)],
        MailTemplates.RoundUnmatched or MailTemplates.NoSecondMatch when chance.NextDouble() < temperament.Stays =>
            [Post(received, "/registrations/", "/stay", chance, 5, ("nextRound", "yes"))],
        MailTemplates.OfferExpired when chance.NextDouble() < 0.3 => [Post(received, "/registrations/", "/rejoin", chance, 3)],
        MailTemplates.RegistrationReceived when chance.NextDouble() < temperament.Withdraws => [Post(received, "/registrations/", "/withdraw", chance, 200)],
        _ => [],
    };

    private Answer AnswerOffer(ReceivedMail received, Random chance, int days) => chance.NextDouble() < temperament.Accepts
        ? Post(received, "/offers/", "", chance, days, ("answer", "accept"))
        : Post(received, "/offers/", "", chance, days, ("answer", "decline"), ("reason", "I would rather talk to somebody from another field."));

    private static Answer Sign(ReceivedMail received, Random chance, int days) =>
        Post(received, "/agreements/", "", chance, days, ("agree", "yes"), ("signature", received.Mail.ToName));

    private Answer Review(ReceivedMail received, Random chance) =>
        Post(received, "/reviews/", "", chance, 10, [.. ReviewAnswers(chance)]);

    /// <summary>Answers to all questions there are; a form takes those it asks.</summary>
    private IEnumerable<(string Name, string Value)> ReviewAnswers(Random chance)
    {
        yield return (ReviewQuestions.Continue, chance.NextDouble() < temperament.GoesOn ? "yes" : "no");
        yield return ("useful", chance.Next(2, 6).ToString(CultureInfo.InvariantCulture));
        yield return ("objectives", "mostly");
        yield return ("meetingPlace", "Online");
        yield return ("meetingTimes", "Once a month, for an hour");
        yield return ("contact", "By email");
        yield return ("progress", "A good way.");
        yield return ("schemeObjectives", "career-development");
        var shares = chance.NextDouble() < 0.5;
        yield return (ReviewQuestions.Share, shares ? "yes" : "no");
        if (shares)
            yield return (ReviewQuestions.Purpose, "report-figures");
    }

    private static Answer Post(ReceivedMail received, string page, string below, Random chance, int days, params (string Name, string Value)[] fields) =>
        new(default, TimeSpan.FromMinutes(10) + TimeSpan.FromDays(chance.NextDouble() * days), received.Mail.Template, LinkIn(received, page) + below, fields);

    private static string LinkIn(ReceivedMail received, string page) =>
        received.Links.Select(link => new Uri(link).AbsolutePath).First(path => path.StartsWith(page, StringComparison.Ordinal));

    private int StableHash(string text)
    {
        var hash = unchecked((uint)seed * 2654435761u);
        foreach (var letter in text)
            hash = unchecked((hash ^ letter) * 16777619u);
        return (int)(hash >> 1);
    }
}

/// <summary>A post to come.</summary>
/// <param name="After">From when the mail was sent.</param>
public sealed record Answer(DateTimeOffset At, TimeSpan After, string Template, string Path, IReadOnlyList<(string Name, string Value)> Fields);
