using Azure;
using Azure.Communication.Email;
using Mentoring.Tests.Ledger.Tables;

namespace Mentoring.Tests.Mail;

/// <summary>A mail service that keeps what it takes under its operation's id, and answers as the test says.</summary>
internal sealed class FakeEmailClient : EmailClient
{
    public Dictionary<Guid, EmailMessage> Taken { get; } = [];

    /// <summary>Thrown in place of the next answer.</summary>
    public Exception? Next { get; set; }

    /// <summary>Whether the mail is taken even so.</summary>
    public bool TakesIt { get; set; }

    public override Task<EmailSendOperation> SendAsync(WaitUntil wait, EmailMessage message, Guid operationId, CancellationToken cancellationToken = default)
    {
        Assert.Equal(WaitUntil.Started, wait);
        var failure = Next;
        Next = null;
        if (failure is null || TakesIt) Taken[operationId] = message;
        return failure is null ? Task.FromResult(OperationOf(operationId.ToString())) : throw failure;
    }

    public EmailSendOperation OperationOf(string id) => new Operation(this, id);

    /// <summary>An answer with a status and, if any, a time to wait.</summary>
    public static RequestFailedException Answer(int status, string code, string? retryAfter = null) => new(
        new TableAnswer(status, headers: retryAfter is null ? null : new Dictionary<string, string> { ["Retry-After"] = retryAfter }), null, new Details(code));

    private sealed class Operation(FakeEmailClient service, string id) : EmailSendOperation
    {
        public override string Id => id;

        public override ValueTask<Response> UpdateStatusAsync(CancellationToken cancellationToken = default) =>
            service.Taken.ContainsKey(Guid.Parse(id)) ? new(new TableAnswer(200)) : throw Answer(404, "NotFound");
    }

    private sealed class Details(string code) : Azure.Core.RequestFailedDetailsParser
    {
        public override bool TryParse(Response response, out ResponseError? error, out IDictionary<string, string>? data)
        {
            (error, data) = (new ResponseError(code, code), null);
            return true;
        }
    }
}
