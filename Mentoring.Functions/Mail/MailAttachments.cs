using System.Collections.Concurrent;
using System.Text;
using Mentoring.Core;
using Mentoring.Core.Schemes;
using Mentoring.Functions.Settings;

namespace Mentoring.Functions.Mail;

/// <summary>Documents that go along with a mail, where the settings say that they are attached rather than linked: as texts, as they are written. The mail service takes no HTML.</summary>
public sealed class MailAttachments(Scheme scheme, IDocuments documents)
{
    private static readonly string[] Templates = [MailTemplates.Offer, MailTemplates.Introduction, MailTemplates.AgreementComplete];

    private readonly ConcurrentDictionary<string, MailAttachment> _made = new(StringComparer.Ordinal);

    public async ValueTask<IReadOnlyList<MailAttachment>> ForAsync(string template, CancellationToken cancellation)
    {
        if (!Templates.Contains(template))
            return [];
        var attachments = new List<MailAttachment>();
        foreach (var document in scheme.Documents.Where(document => document.Delivery == DocumentDelivery.Attach))
            attachments.Add(_made.TryGetValue(document.Code, out var made) ? made : _made[document.Code] = await MakeAsync(document, cancellation));
        return attachments;
    }

    private async ValueTask<MailAttachment> MakeAsync(SchemeDocument document, CancellationToken cancellation)
    {
        var text = await documents.TextAsync(document.Code, cancellation) ?? throw new InvalidDataException($"Document {document.Code} has no text.");

        // The mark in front tells what opens it how to read it: the mail service passes on no charset.
        return new MailAttachment($"{document.Code}.txt", "text/plain; charset=utf-8", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes($"{text.Trim()}\n\n{document.Title}, version {document.Version}\n")]);
    }
}
