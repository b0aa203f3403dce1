using System.Globalization;
using Mentoring.Functions.Http;
using Mentoring.Functions.Queues;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Coordinator;

/// <summary>Shows the messages that were given up, and puts them on their queues again.</summary>
public sealed class DeadLetterDesk(IDeadLetters letters, ApiForm forms)
{
    private static readonly string[] Queues = [QueueNames.Emails, QueueNames.DeliveryReports];

    public async Task<IResult> ListAsync(CancellationToken cancellation)
    {
        return Answers.Json(new Listing(await AllAsync(cancellation)));
    }

    public async Task<IReadOnlyList<DeadLetter>> AllAsync(CancellationToken cancellation)
    {
        var all = new List<DeadLetter>();
        foreach (var queue in Queues)
            all.AddRange(await letters.ListAsync(queue, cancellation));
        return all;
    }

    public async Task<IResult> SendAgainAsync(HttpRequest request, string queue, string number, CancellationToken cancellation)
    {
        return await forms.ReadButtonAsync(request, cancellation) is { } refused ? refused : await SendAgainAsync(queue, number, cancellation);
    }

    public async Task<IResult> SendAgainAsync(string queue, string number, CancellationToken cancellation) =>
        Queues.Contains(queue) && long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed) && await letters.SendAgainAsync(queue, parsed, cancellation)
            ? Answers.Json(new Sent(queue, parsed))
            : new ProblemResult(new Problem(StatusCodes.Status404NotFound, "dead-letter-unknown", "There is no such message among those that were given up."));

    private sealed record Listing(IReadOnlyList<DeadLetter> DeadLetters);

    private sealed record Sent(string Queue, long Number);
}
