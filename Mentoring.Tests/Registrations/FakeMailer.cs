using Mentoring.Functions.Mail;

namespace Mentoring.Tests.Registrations;

/// <summary>A mail service that can be out of reach.</summary>
internal sealed class FakeMailer : IMailer
{
    public bool IsDown { get; set; }

    public ValueTask SendAsync(OutgoingMail mail, CancellationToken cancellation) =>
        IsDown ? throw new HttpRequestException("The mail service does not answer.") : default;

    public ValueTask<bool> WasAcceptedAsync(string id, CancellationToken cancellation) =>
        IsDown ? throw new HttpRequestException("The mail service does not answer.") : new(false);
}
