using System.Net;
using Mentoring.Core.Offers;
using Mentoring.Functions.Mail;
using Mentoring.Functions.Shell;
using Mentoring.Tests.Journeys;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Mail;

/// <summary>An offer whose mail the service will not take is no offer that anybody could answer.</summary>
public sealed class RefusedOfferTests
{
    private const string Tom = "tom.hughes@university.example";

    [Fact]
    [Trait("Requirement", "RA2")]
    public async Task An_offer_whose_mail_is_refused_stops_its_clock_until_it_is_sent_again_and_calls_a_person()
    {
        Choosy? service = null;
        await using var journey = await Journey.StartAsync(services: services =>
            services.AddSingleton<IMailer>(service = new Choosy((IMailer)services.Last(known => known.ServiceType == typeof(IMailer)).ImplementationInstance!)));
        await journey.RegisterAsync(Cast.Mentee("Tom Hughes"));
        await journey.RegisterAsync(Cast.Mentor("Maya Okafor"));
        await journey.CloseAsync();
        await journey.AdvanceDaysAsync(20);
        Assert.NotNull((await OfferAsync(journey)).StoppedAt);
        Assert.Single(journey.Host.Mailbox.Read(), mail => mail.Mail.Template == "coordinator-attention");
        Assert.DoesNotContain("offer-expired", journey.Templates(Tom));

        service!.IsWell = true;
        var again = await journey.SendJsonAsync(HttpMethod.Post, $"/api/coordinator/mails/{service.Refused}/resend", new System.Text.Json.Nodes.JsonObject());
        Assert.True(again.Status is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.Accepted, again.ToString());
        await journey.AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Null((await OfferAsync(journey)).StoppedAt);
        await journey.AcceptAsync(Tom);
        journey.HasNoFaults();
    }

    private static async Task<Offer.Pending> OfferAsync(Journey journey) =>
        Assert.IsType<Offer.Pending>((await new LedgerReader(journey.Host.Ledger).AllAsync(Stages.Offers, null, default).ToListAsync())[0].State);

    /// <summary>Refuses offers while it is not well.</summary>
    private sealed class Choosy(IMailer inner) : IMailer
    {
        public bool IsWell { get; set; }

        public string? Refused { get; private set; }

        public ValueTask SendAsync(OutgoingMail mail, CancellationToken cancellation)
        {
            if (IsWell || mail.Template != "offer")
                return inner.SendAsync(mail, cancellation);
            Refused = mail.Id;
            throw new MailRefusedException("The address does not exist.");
        }

        public ValueTask<bool> WasAcceptedAsync(string id, CancellationToken cancellation) => inner.WasAcceptedAsync(id, cancellation);
    }
}
