using Mentoring.Functions.Http;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Queues;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Mentoring.Functions.Schemes;

/// <summary>Whether everything that the scheme rests on can be reached.</summary>
public sealed partial class Health(ILedger ledger, IQueue queue, IMailer mailer, ILogger<Health> logger)
{
    /// <summary>An id that no mail has: asking for it reaches the mail service and changes nothing.</summary>
    private const string NoMail = "health";

    /// <returns>200 <c>ok</c>, or 503 with the names of what fails.</returns>
    public async Task<IResult> CheckAsync(CancellationToken cancellation)
    {
        (string Name, Func<ValueTask> Reach)[] parts =
        [
            ("ledger", () => ledger.CheckAsync(cancellation)),
            ("queue", () => queue.CheckAsync(cancellation)),
            ("mail", async () => await mailer.WasAcceptedAsync(NoMail, cancellation)),
        ];
        var failing = new List<string>();
        foreach (var (name, reach) in parts)
        {
            try
            {
                await reach();
            }
#pragma warning disable CA1031 // Whatever it throws, it cannot be reached: that is the answer here.
            catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
            {
                OutOfReach(logger, name, failure);
                failing.Add(name);
            }
        }

        return failing.Count == 0
            ? Answers.Json(new { Status = "ok" })
            : Answers.Json(new { Status = "failing", Failing = failing }, StatusCodes.Status503ServiceUnavailable);
    }

    [LoggerMessage(1, LogLevel.Error, "The {Part} cannot be reached")]
    private static partial void OutOfReach(ILogger logger, string part, Exception failure);
}
