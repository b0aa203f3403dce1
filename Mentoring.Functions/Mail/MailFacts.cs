using Mentoring.Core;
using Mentoring.Core.Partnerships;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
using Mentoring.Functions.Memberships;
using Mentoring.Functions.Registrations;
using Mentoring.Functions.Settings;
using Mentoring.Functions.Shell;
using Mentoring.Pages.Registrations;
using Persons = Mentoring.Functions.Http.People;

namespace Mentoring.Functions.Mail;

/// <summary>What a mail may need to know, read when asked.</summary>
internal sealed class MailFacts(LedgerReader reader, Scheme scheme, Site site, string round, MailDraft draft, string? token, DateTimeOffset now, CancellationToken cancellation)
{
    public MailDraft Draft => draft;

    public string RoundId => round;

    public Scheme Scheme => scheme;

    public DateTimeOffset Now => now;

    /// <summary>A page of ours below the mail's link, such as <c>offers</c>.</summary>
    public Uri Page(string path) => site.At($"{path}/{token}");

    public Uri Site(string path) => site.At(path);

    public ValueTask<TState> StateAsync<TState, TCommand, TEvent>(Stage<TState, TCommand, TEvent> stage, string id)
        where TState : class
        where TCommand : class
        where TEvent : StageEvent => reader.StateAsync(stage, round, id, cancellation);

    /// <summary>The recipient, from this round to the one where they are now.</summary>
    public Task<IReadOnlyList<Station>> RecipientAsync() => Station.FollowAsync(reader, round, draft.To!, cancellation);

    /// <summary>Null after erasure.</summary>
    public async ValueTask<Entry?> EntryAsync(string registration) => Persons.EntryOf(await StateAsync(Stages.Registrations, registration));

    public async ValueTask<RoundPlan?> PlanAsync() => Round.PlanOf(await StateAsync(Stages.Rounds, round));

    /// <summary>The fixed date of the round; null once it has passed, and where the round never closes.</summary>
    public async ValueTask<LocalInstant?> NextWordAsync() => await PlanAsync() is { IsRolling: false } plan && !plan.UpdateOn.HasPassed(now) ? plan.UpdateOn : null;

    /// <summary>What is amiss with the recipient's membership, wherever they were carried over to; null where nothing is.</summary>
    public async ValueTask<MembershipTrouble?> TroubleAsync() => draft.To is null ? null : MembershipTroubles.Of((await RecipientAsync())[^1], now);

    /// <summary>Whether nobody is matched with the recipient as a mentor until they are trained.</summary>
    public async ValueTask<bool> ToTrainAsync() =>
        scheme.Gates.MentorTraining && draft.To is not null && (await RecipientAsync())[^1].Registration is Registration.Active { Entry.Mentor.Trained: false };

    public LocalInstant Local(DateTimeOffset instant) => LocalInstant.At(instant, scheme.TimeZone);

    /// <summary>The end of a term that began at a moment.</summary>
    public LocalInstant EndOfTerm(DateTimeOffset start, int months) => Local(start).PlusMonths(months, new TimeOnly(12, 0));

    /// <summary>The recipient's side of a pair, and the other person; null in place of a person whose data was erased.</summary>
    public async ValueTask<(Party Party, Entry? Partner)> PartnerAsync(Pair pair)
    {
        var party = pair.MentorId == draft.To ? Party.Mentor : Party.Mentee;
        return (party, await EntryAsync(pair.Member(party.Other())));
    }

    /// <summary>Whoever is left behind is told so also when the other's name is gone.</summary>
    public static string NameOf(Entry? partner) => partner?.Name ?? "your partner";
}
