using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Mentoring.Functions.Coordinator.Mails;

/// <summary>The log of mails, messages that were given up, and the settings.</summary>
public sealed class MailPageFunctions(MailPages mails, SettingsPages settings)
{
    private const string Letter = "coordinator/dead-letters/{queue}/{number}/send";

    [Function("ShowMailLog")]
    public Task<IResult> LogAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "coordinator/mail")] HttpRequest request, CancellationToken cancellation) => mails.LogAsync(request, cancellation);

    [Function("ShowDeadLetters")]
    public Task<IResult> LettersAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "coordinator/dead-letters")] HttpRequest request, CancellationToken cancellation) => mails.LettersAsync(request, cancellation);

    [Function("AskToSendDeadLetter")]
    public Task<IResult> AskToSendAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Letter)] HttpRequest request, string queue, string number, CancellationToken cancellation) =>
        mails.AskToSendAsync(request, queue, number, cancellation);

    [Function("SendDeadLetterAtDesk")]
    public Task<IResult> SendAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Letter)] HttpRequest request, string queue, string number, CancellationToken cancellation) =>
        mails.SendAsync(request, queue, number, cancellation);

    [Function("ShowSettings")]
    public Task<IResult> SettingsAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "coordinator/settings")] HttpRequest request, CancellationToken cancellation) => settings.ShowAsync(request, cancellation);
}
