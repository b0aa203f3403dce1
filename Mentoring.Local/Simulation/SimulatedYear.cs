using System.Diagnostics;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Local.Hosting;
using Mentoring.Local.Progress;

namespace Mentoring.Local.Simulation;

/// <summary>Plays a scheme's year on a host in virtual time: everybody acts through the public pages, as a person would, on the links in their mails.</summary>
/// <param name="progress">Is told how far the year has come.</param>
public sealed class SimulatedYear(LocalHost host, SimulatedBehaviour behaviour, IProgress<WorkDone>? progress = null)
{
    /// <summary>How often people look into their mail.</summary>
    private static readonly TimeSpan Glance = TimeSpan.FromHours(4);

    /// <summary>Over which people register where there is no deadline.</summary>
    private static readonly TimeSpan Rolling = TimeSpan.FromDays(28);

    private readonly PriorityQueue<Answer, (DateTimeOffset At, int Order)> _answers = new();
    private readonly SimulatedPosts _posts = new(host);
    private string? _lastMail;
    private int _order;

    /// <param name="plan">A round that is open, or opens, at the host's clock.</param>
    /// <param name="people">Registered one after the other over the window.</param>
    public async Task<YearFigures> PlayAsync(RoundPlan plan, IReadOnlyList<FormFields> people, int months, CancellationToken cancellation)
    {
        var watch = Stopwatch.StartNew();
        var registered = plan.Closes?.Instant ?? plan.Opens.Instant + Rolling;
        await RegisterAsync(plan, registered, people, cancellation);
        await host.AdvanceToAsync(registered, cancellation);
        var end = registered.AddMonths(months).AddMonths(2);
        var days = (int)(end - registered).TotalDays;
        await LiveUntilAsync(end, () => progress?.Report(new WorkDone("days of the year", (int)(host.Clock.GetUtcNow() - registered).TotalDays, days)), cancellation);
        return await YearFigures.ReadAsync(host, plan, _posts.Refused, watch.Elapsed, cancellation);
    }

    private async Task LiveUntilAsync(DateTimeOffset end, Action glanced, CancellationToken cancellation)
    {
        while (host.Clock.GetUtcNow() < end)
        {
            LookIntoMail();
            var next = host.Clock.GetUtcNow() + Glance < end ? host.Clock.GetUtcNow() + Glance : end;
            while (_answers.TryPeek(out _, out var due) && due.At <= next)
                await ActAsync(_answers.Dequeue(), cancellation);
            await host.AdvanceToAsync(next, cancellation);
            glanced();
        }
    }

    private async Task RegisterAsync(RoundPlan plan, DateTimeOffset last, IReadOnlyList<FormFields> people, CancellationToken cancellation)
    {
        var first = plan.Opens.Instant > host.Clock.GetUtcNow() ? plan.Opens.Instant : host.Clock.GetUtcNow();
        var step = (last - first) / (people.Count + 1);
        for (var number = 0; number < people.Count; number++)
        {
            // Before a deadline nobody hears anything that they would answer.
            await (plan.IsRolling ? LiveUntilAsync(first + (step * number), () => { }, cancellation) : host.AdvanceToAsync(first + (step * number), cancellation));
            await _posts.PostAsync("/api/registrations", people[number].Names.SelectMany(name => people[number][name].Select(value => (name, value))), cancellation);
            progress?.Report(new WorkDone("registrations", number + 1, people.Count));
        }
    }

    private async Task ActAsync(Answer answer, CancellationToken cancellation)
    {
        if (answer.At > host.Clock.GetUtcNow())
            await host.AdvanceToAsync(answer.At, cancellation);
        await _posts.PostAsync(answer.Path, answer.Fields, cancellation);
        await host.DrainAsync(cancellation);
        LookIntoMail();
    }

    private void LookIntoMail()
    {
        foreach (var mail in host.Mailbox.Read(after: _lastMail))
        {
            _lastMail = mail.Mail.Id;
            foreach (var answer in behaviour.To(mail))
                _answers.Enqueue(answer, (answer.At, _order++));
        }
    }
}
