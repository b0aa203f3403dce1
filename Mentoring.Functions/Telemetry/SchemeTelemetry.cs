using System.Diagnostics;
using System.Diagnostics.Metrics;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Mail;

namespace Mentoring.Functions.Telemetry;

/// <summary>What the scheme tells about itself: measures and spans, with ids and codes alone. Where nobody listens, nothing is worked out.</summary>
public sealed class SchemeTelemetry
{
    /// <summary>Of the meter and of the source of spans.</summary>
    public const string Name = "Mentoring";

    private static readonly ActivitySource Source = new(Name);

    private static readonly string[] RegistrationEvents = ["received", "brought", "amended", "withdrawn", "erased"];
    private static readonly string[] OfferEvents = ["made", "accepted", "declined", "expired", "withdrawn"];
    private static readonly string[] PartnershipEvents = ["began", "active", "continued", "ended", "lapsed"];

    private readonly IReadOnlyDictionary<string, (Counter<long> Counter, KeyValuePair<string, object?> Tag)> _counted;
    private readonly Counter<long> _registrations;
    private readonly Counter<long> _mails;
    private readonly Histogram<double> _matching;
    private readonly Gauge<double> _outboxAge;
    private readonly Gauge<long> _roundsOverdue;
    private readonly Gauge<long> _deadLetters;

    public SchemeTelemetry(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        _registrations = meter.CreateCounter<long>("mentoring.registrations", "{registration}", "Registrations by what happened to them.");
        var offers = meter.CreateCounter<long>("mentoring.offers", "{offer}", "Offers by outcome.");
        var partnerships = meter.CreateCounter<long>("mentoring.partnerships", "{partnership}", "Partnerships by what happened to them.");
        _mails = meter.CreateCounter<long>("mentoring.mails", "{mail}", "Mails by template and outcome.");
        _matching = meter.CreateHistogram<double>("mentoring.matching.time", "s", "Time to match a pool, with its certificate.");
        _outboxAge = meter.CreateGauge<double>("mentoring.outbox.age", "s", "How long the mail has been due that is due longest; 0 where none is.");
        _roundsOverdue = meter.CreateGauge<long>("mentoring.rounds.overdue", "{round}", "Rounds whose next step is due and not done.");
        _deadLetters = meter.CreateGauge<long>("mentoring.dead_letters", "{message}", "Messages that were given up, up to a hundred of each queue.");
        (string Stage, Counter<long> Counter, string Tag, string[] Events)[] groups =
            [("registration", _registrations, "event", RegistrationEvents), ("offer", offers, "outcome", OfferEvents), ("partnership", partnerships, "event", PartnershipEvents)];
        _counted = groups.SelectMany(group => group.Events.Select(what => (Code: $"{group.Stage}.{what}", group.Counter, Tag: KeyValuePair.Create(group.Tag, (object?)what))))
            .ToDictionary(one => one.Code, one => (one.Counter, one.Tag), StringComparer.Ordinal);
    }

    /// <summary>Whether anybody would see the number of dead letters: finding it takes a look into the queues.</summary>
    public bool WantsDeadLetters => _deadLetters.Enabled;

    /// <summary>Begins a span; null where nobody listens.</summary>
    /// <param name="round">Its id.</param>
    public static Activity? Start(string name, string round) => Source.StartActivity(name)?.SetTag("mentoring.round", round);

    /// <summary>Counts what was committed.</summary>
    public void Count(IReadOnlyList<JournalDraft> happened)
    {
        if (!_registrations.Enabled)
            return;
        foreach (var entry in happened)
        {
            if (_counted.TryGetValue(entry.Event, out var counted))
                counted.Counter.Add(1, counted.Tag);
        }
    }

    public void Count(OutboxMail mail) => _mails.Add(1, KeyValuePair.Create("template", (object?)mail.Draft.Template), KeyValuePair.Create("outcome", (object?)mail.GetType().Name));

    public void Matched(TimeSpan taken, int mentees, int mentors)
    {
        _matching.Record(taken.TotalSeconds);
        Activity.Current?.SetTag("mentoring.mentees", mentees).SetTag("mentoring.mentors", mentors);
    }

    /// <summary>As the sweeper found it.</summary>
    public void Swept(TimeSpan outboxAge, int roundsOverdue)
    {
        _outboxAge.Record(outboxAge.TotalSeconds);
        _roundsOverdue.Record(roundsOverdue);
    }

    public void DeadLetters(int count) => _deadLetters.Record(count);
}
