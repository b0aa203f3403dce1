using Mentoring.Functions.Http;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Shell;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Registrations;

/// <summary>Hands a person everything that is held about them, in all rounds.</summary>
public sealed class DataDesk(OwnRegistrations registrations, ILedger ledger, LedgerReader reader, TimeProvider time)
{
    public async Task<IResult> ShowAsync(HttpRequest request, string token, CancellationToken cancellation)
    {
        var (own, closed) = await registrations.OpenAsync(request, token, cancellation);
        if (own is null)
            return closed!;
        var rounds = new List<HeldRegistration>();
        foreach (var address in await HeldRecords.RegistrationsAsync(ledger, reader, own.Entry.Email.Person, cancellation))
            rounds.Add(await HeldInAsync(address, cancellation));
        request.HttpContext.Response.Headers.ContentDisposition = "attachment; filename=\"my-mentoring-data.json\"";
        return Answers.Json(new HeldData(time.GetUtcNow(), rounds));
    }

    private async Task<HeldRegistration> HeldInAsync(Address address, CancellationToken cancellation)
    {
        var station = await Station.ReadAsync(reader, address.Round, address.Id, cancellation);
        var links = 0;
        await foreach (var row in ledger.ListAsync(address.Round, Link.Kind, cancellation))
            links += row.As<Link>().Registration == address.Id ? 1 : 0;
        var mails = new List<(string Id, HeldMail Mail)>();
        await foreach (var row in ledger.ListAsync(address.Round, OutboxMail.Kind, cancellation))
        {
            if (row.As<OutboxMail>() is { } mail && mail.Draft.To == address.Id)
                mails.Add((row.Key.Id, new HeldMail(mail.Draft.Template, HeldRegistration.Name(mail), WhenOf(mail))));
        }

        return HeldRegistration.Of(
            station,
            await HeldRecords.ReadAsync(reader, address.Round, address.Id, cancellation),
            links,
            [.. mails.OrderBy(mail => mail.Mail.At).ThenBy(mail => mail.Id, StringComparer.Ordinal).Select(mail => mail.Mail)]);
    }

    private static DateTimeOffset WhenOf(OutboxMail mail) => mail switch
    {
        OutboxMail.Pending pending => pending.WrittenAt,
        OutboxMail.Sending sending => sending.WrittenAt,
        OutboxMail.Accepted accepted => accepted.At,
        OutboxMail.Delivered delivered => delivered.At,
        OutboxMail.Bounced bounced => bounced.At,
        OutboxMail.Dropped dropped => dropped.At,
        OutboxMail.Failed failed => failed.At,
        OutboxMail.SentAgain again => again.At,
        _ => throw new InvalidOperationException("OutboxMail is a closed union."),
    };
}
