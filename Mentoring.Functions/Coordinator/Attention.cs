using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mentoring.Core.Partnerships;
using Mentoring.Core.Registrations;
using Mentoring.Core.Reviews;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Functions.Coordinator.Reports;
using Mentoring.Functions.Memberships;
using Mentoring.Functions.Shell;
using Mentoring.Pages.Coordinator.Mails;
using Microsoft.DurableTask.Client;

namespace Mentoring.Functions.Coordinator;

/// <summary>Something that a person should know of, or must settle.</summary>
/// <param name="Code"><c>mail-failed</c>, <c>partnership-ended</c>, <c>agreement-lapsed</c>, <c>clockwork-failed</c>, <c>round-overdue</c>, <c>membership-unanswered</c>, <c>membership-unknown</c>, <c>membership-lapsed</c>, <c>membership-over</c>, <c>turned-away</c>, <c>review-note</c>, <c>settings-changed</c> or <c>agreement-text-missing</c>.</param>
/// <param name="Subject">Kind and id of what it is about.</param>
/// <param name="ForInformation">Nothing has to be done: the software goes on by itself.</param>
public sealed record AttentionPoint(string Code, string Words, DateTimeOffset Since, string Subject, bool ForInformation)
{
    /// <summary>Tells this point from all others, and from the same trouble at another time; stands in addresses.</summary>
    public string Id => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Code}|{Subject}|{Since.UtcTicks}"))))[..32];

    /// <summary>Whether it goes by itself once the cause is gone; all others a person sets aside.</summary>
    public bool GoesByItself => Code is "clockwork-failed" or "round-overdue" or "settings-changed" or "agreement-text-missing";
}

/// <summary>Finds what needs a person in a round.</summary>
public sealed class Attention(Scheme scheme, IMembershipRecords records, TimeProvider time)
{
    /// <summary>Longer than the timers take; a round later than this is stuck.</summary>
    private static readonly TimeSpan Overdue = TimeSpan.FromMinutes(30);

    /// <summary>How long the membership records may leave a question open: everybody's turn comes within a day or so, however many they are.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromDays(2);

    /// <summary>How long news stays on the list. What needs a person stays until it is settled.</summary>
    private static readonly TimeSpan News = TimeSpan.FromDays(30);

    /// <summary>What must be settled before what should be known, each the oldest first.</summary>
    public IReadOnlyList<AttentionPoint> In(RoundBook book, IReadOnlyList<AttentionPoint> failedClockwork)
    {
        var now = time.GetUtcNow();
        var possible = book.Once(() => PossibleIn(book));
        return
        [
            .. book.FailedMails.Where(mail => !HasLeft(book, mail.Draft.To)).Select(mail => new AttentionPoint(
                    "mail-failed", $"The email “{MailNames.Of(mail.Draft.Template)}” could not be delivered: {mail.Why} Reach the person another way, correct the address, and send it again.", mail.At, $"registration:{mail.Draft.To}", false))
                .Concat(failedClockwork)
                .Concat(possible.Registrations.SelectMany(registration => MembershipPoints(registration.Key, registration.Value, now)))
                .Concat(RoundPoints(book.Id, book.Round, now))
                .Concat(ChangedSettings.In(scheme, book, now))
                .Concat(SilencePoints(book.Id, possible.AnswerDue, now))
                .Concat(possible.Partnerships.SelectMany(partnership => PartnershipPoints(partnership.Key, partnership.Value, now)))
                .Concat(possible.Notes)
                .Where(point => !book.Settled.Contains(point.Id))
                .OrderBy(point => point.ForInformation).ThenBy(point => point.Since).ThenBy(point => point.Subject, StringComparer.Ordinal),
        ];
    }

    /// <summary>Orchestrations that gave up, by round.</summary>
    public static async Task<ILookup<string, AttentionPoint>> FailedClockworkAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        var found = new List<(string Round, AttentionPoint Point)>();
        var failed = client.GetAllInstancesAsync(new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Failed], FetchInputsAndOutputs: true));
        await foreach (var instance in failed.WithCancellation(cancellation))
        {
            if (instance.SerializedInput is not null && instance.ReadInputAs<Address>() is { } address)
            {
                found.Add((address.Round, new AttentionPoint(
                    "clockwork-failed", "A step failed again and again. It is tried again within 15 minutes; if it stays here, look into the log.", instance.LastUpdatedAt, $"orchestration:{instance.InstanceId}", false)));
            }
        }

        return found.ToLookup(entry => entry.Round, entry => entry.Point, StringComparer.Ordinal);
    }

    /// <summary>Whoever may be a point at some time. News only grows old, so at the beginning of time all of it is on the list.</summary>
    private Possible PossibleIn(RoundBook book) => new(
        [.. book.Registrations.Where(registration => MembershipPoints(registration.Key, registration.Value, DateTimeOffset.MinValue).Any())],
        [.. book.Partnerships.Where(partnership => !AreErased(book, partnership.Value) && PartnershipPoints(partnership.Key, partnership.Value, DateTimeOffset.MinValue).Any())],
        [.. book.Reviews.Values.OfType<Review.Answered>().Where(review => new AllowedAnswers(review).ToCoordinator is not null).Select(NoteOf)],
        book.Registrations.Where(registration => IsLive(book, registration.Key)).Select(registration => (registration.Value as Registration.Active)?.Membership).OfType<Membership>()
            .Select(membership => (DateTimeOffset?)Membership.DueAt(membership)).Min());

    /// <summary>Whoever is done is not asked about any more.</summary>
    private static bool IsLive(RoundBook book, string id) =>
        book.Mentees.GetValueOrDefault(id) is MenteeStanding.Waiting or MenteeStanding.Offered or MenteeStanding.Paired or MenteeStanding.Resting
        || book.Mentors.GetValueOrDefault(id) is MentorPlaces.Available or MentorPlaces.Resting;

    /// <summary>Whoever has withdrawn, or was erased, need not be reached any more.</summary>
    private static bool HasLeft(RoundBook book, string? registration) =>
        registration is not null && book.Registrations.GetValueOrDefault(registration) is Registration.Erased or Registration.Withdrawn { TurnedAway: null };

    /// <summary>Where neither is there any more, nobody can be helped.</summary>
    private static bool AreErased(RoundBook book, Partnership partnership) =>
        Partnership.PairOf(partnership) is { } pair && book.Registrations.GetValueOrDefault(pair.MenteeId) is Registration.Erased && book.Registrations.GetValueOrDefault(pair.MentorId) is Registration.Erased;

    private static AttentionPoint NoteOf(Review.Answered review) =>
        new("review-note", "Somebody has written to you in a review. Their words are with the round’s feedback.", review.At, $"review:{review.Form.Id}", false);

    private static IEnumerable<AttentionPoint> RoundPoints(string id, Round round, DateTimeOffset now)
    {
        if (round is Round.Planned or Round.Closed or Round.Matched && Round.DueAt(round) is { } due && due + Overdue <= now)
            yield return new AttentionPoint("round-overdue", "The round should have run by now. Run it from here; if it stays so, look into the log.", due, $"round:{id}", false);
    }

    /// <param name="due">Since when the longest open question to the records waits for its answer; null where nobody is asked about.</param>
    private IEnumerable<AttentionPoint> SilencePoints(string id, DateTimeOffset? due, DateTimeOffset now)
    {
        if (records.AreThere && due + Silence <= now)
        {
            yield return new AttentionPoint(
                "membership-unanswered", "The membership records have given no answer for days, though they are asked every hour. Until they do, registrations are taken on trust, and nobody notices when a membership lapses or is renewed. Please have their address and our access to them looked into.", due!.Value, $"round:{id}", false);
        }
    }

    private IEnumerable<AttentionPoint> MembershipPoints(string id, Registration registration, DateTimeOffset now)
    {
        var subject = $"registration:{id}";
        switch (registration)
        {
            case Registration.Active { Membership: Membership.Unknown unknown }:
                yield return new AttentionPoint("membership-unknown", "The membership records do not know this person's number, so nobody is matched with them. Ask them for the right number, have the records put right, or confirm the membership.", unknown.Since, subject, false);
                break;
            case Registration.Active { Membership: Membership.Lapsed lapsed }:
                var then = lapsed.RenewBy.HasPassed(now) ? "The time to renew it is over; what follows waits for the membership records to answer." : $"The person was told, and has until {lapsed.RenewBy} to renew it.";
                yield return new AttentionPoint("membership-lapsed", $"A membership has lapsed. {then}", lapsed.Since, subject, true);
                break;
            case Registration.Active { Membership: Membership.Over over } when scheme.Membership.AfterGrace == AfterGrace.Coordinator:
                yield return new AttentionPoint("membership-over", "A membership was not renewed in time. Please talk over with the person whether a partnership of theirs goes on.", over.Since, subject, false);
                break;
            case Registration.Active { Membership: Membership.Over over } when over.CheckedAt + News > now:
                yield return new AttentionPoint("membership-over", "A membership was not renewed in time. Nobody new is matched with this person, and what ran with them has ended.", over.Since, subject, true);
                break;
            case Registration.Withdrawn { TurnedAway: not null } withdrawn when withdrawn.WithdrawnAt + News > now:
                yield return new AttentionPoint("turned-away", "This person registered, or changed their registration, before the membership records had answered about them. By the records they may not, so they were taken out and told.", withdrawn.WithdrawnAt, subject, true);
                break;
        }
    }

    private static IEnumerable<AttentionPoint> PartnershipPoints(string id, Partnership partnership, DateTimeOffset now)
    {
        if (partnership is Partnership.Ended { Ending: { Reason: not EndingReason.Completed } ending } && (ending.MayNeedHelp || ending.At + News > now))
        {
            var comment = string.IsNullOrWhiteSpace(ending.Comment) ? "" : $" They wrote: {ending.Comment}";
            yield return new AttentionPoint(
                "partnership-ended", $"A partnership ended early, without blame ({ImpactTables.Words(ending.Reason)}).{comment}{(ending.MayNeedHelp ? " Please see whether anybody needs help." : "")}", ending.At, $"partnership:{id}", !ending.MayNeedHelp);
        }

        if (partnership is Partnership.Ended { Ending.Later: var later })
        {
            foreach (var words in later)
                yield return new AttentionPoint("partnership-ended", $"Somebody wrote to you about a partnership that had ended already. They wrote: {words.Words} Please see whether anybody needs help.", words.At, $"partnership:{id}", false);
        }

        if (partnership is Partnership.Lapsed lapsed && lapsed.LapsedAt + News > now)
        {
            yield return new AttentionPoint("agreement-lapsed", "An agreement was not signed in time. Whoever had signed is matched again.", lapsed.LapsedAt, $"partnership:{id}", true);
        }
    }

    private sealed record Possible(
        IReadOnlyList<KeyValuePair<string, Registration>> Registrations, IReadOnlyList<KeyValuePair<string, Partnership>> Partnerships, IReadOnlyList<AttentionPoint> Notes, DateTimeOffset? AnswerDue);
}
