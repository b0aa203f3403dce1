using Mentoring.Core.Registrations;
using Mentoring.Local.Hosting;
using Mentoring.Local.Mail;
using Mentoring.Local.Schemes;
using Mentoring.Local.Simulation;
using Mentoring.Local.Storage;
using Mentoring.Tests.House;

namespace Mentoring.Tests.Journeys;

/// <summary>A round of two mentees and one place, by the calendar: the first ends early, the second takes the place after a reminder. Played again from anywhere, it goes on where the clock stands.</summary>
internal static class SmallRound
{
    private static readonly DateTimeOffset Deadline = new(2024, 9, 30, 11, 0, 0, TimeSpan.Zero);

    /// <summary>What people do, and when. All of it may be done twice.</summary>
    public static IReadOnlyList<(DateTimeOffset At, Func<LocalHost, Task> Act)> Steps { get; } =
    [
        (Deadline.AddHours(-1), RegisterAsync),
        (Deadline.AddMinutes(40), host => AnswerAsync(host, "offer", "/offers/", _ => [("answer", "accept")])),
        (Deadline.AddHours(2), SignAsync),
        (Deadline.AddDays(10), host => AnswerAsync(host, "agreement-complete", "/partnerships/", _ => [("reason", "objectives-met")], "/end")),
        (Deadline.AddDays(14), host => AnswerAsync(host, "offer-reminder", "/offers/", _ => [("answer", "accept")])),
        (Deadline.AddDays(14).AddHours(2), SignAsync),
        (Deadline.AddDays(20), _ => Task.CompletedTask),
    ];

    public static SchemeHostOptions Options(string folder) => new()
    {
        SchemeFile = Repository.At("samples", "planners", "scheme.json"),
        DataFolder = folder,
        Start = Deadline.AddHours(-2),
        Durability = Durability.Process,
    };

    /// <summary>Plays what is left of it.</summary>
    public static async Task PlayAsync(LocalHost host)
    {
        foreach (var step in Steps)
            await PlayAsync(host, step);
    }

    /// <summary>Goes to the step's moment and acts, unless the clock is past it. What follows from the acts waits for the next advance.</summary>
    public static async Task PlayAsync(LocalHost host, (DateTimeOffset At, Func<LocalHost, Task> Act) step)
    {
        if (host.Clock.GetUtcNow() > step.At)
            return;
        await host.AdvanceToAsync(step.At);
        await step.Act(host);
    }

    /// <summary>Who was sent what in a round played to its end, in no order: ids differ from one play to the next.</summary>
    public static IReadOnlyList<string> Mails(IEnumerable<ReceivedMail> mails)
    {
        List<string> all = [.. mails.Select(mail => $"{mail.Mail.Template} to {mail.Mail.To}").Order(StringComparer.Ordinal)];
        Assert.Equal(4, all.Count(mail => mail.StartsWith("agreement-complete", StringComparison.Ordinal)));
        return all;
    }

    private static async Task RegisterAsync(LocalHost host)
    {
        // The better match goes first, so that every play gives the place to the same person.
        FormFields[] people = [Cast.Mentee("Ann First"), Cast.Mentee("Ben Second", "wellbeing", "career-planning"), Cast.Mentor("Maya Okafor")];
        foreach (var person in people)
        {
            var form = person.With("submissionId", "small-" + person.First("name")!.Replace(' ', '-'));
            var posts = new SimulatedPosts(host);
            await posts.PostAsync("/api/registrations", form.Names.SelectMany(name => form[name].Select(value => (name, value))), CancellationToken.None);
            Assert.Empty(posts.Refused);
        }
    }

    private static Task SignAsync(LocalHost host) =>
        AnswerAsync(host, "introduction", "/agreements/", mail => [("agree", "yes"), ("signature", mail.Mail.ToName)]);

    private static async Task AnswerAsync(LocalHost host, string template, string page, Func<ReceivedMail, (string Name, string Value)[]> fields, string button = "")
    {
        foreach (var mail in host.Mailbox.Read().Where(mail => mail.Mail.Template == template))
            await new SimulatedPosts(host).PostAsync(Journey.LinkIn(mail, page) + button, fields(mail), CancellationToken.None);
    }
}
