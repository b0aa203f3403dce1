using Mentoring.Core.Offers;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Functions.Http;
using Mentoring.Functions.Shell;
using Mentoring.Pages;
using Mentoring.Pages.Forms;
using Microsoft.AspNetCore.Http;
using Persons = Mentoring.Functions.Http.People;

namespace Mentoring.Functions.Coordinator.Actions;

/// <summary>What can be done with pairs: match by hand, keep apart, take an offer back.</summary>
public sealed class PairActions(ActionDesk desk, HandMatching matching, KeepingApart apart, OfferWithdrawal withdrawal, LedgerReader reader)
{
    private const string Named = "An email address, or the id of a registration.";

    public Task<IResult> ShowMatchAsync(HttpRequest request, CancellationToken cancellation) => desk.ShowAsync(request, () => Task.FromResult<DeskAction?>(Match(request)), cancellation);

    public Task<IResult> MatchAsync(HttpRequest request, IWaker waker, CancellationToken cancellation) => desk.ActAsync(
        request, () => Task.FromResult<DeskAction?>(Match(request)), fields => Missing(fields, ("mentee", "Name the mentee."), ("mentor", "Name the mentor.")), fields => matching.MatchAsync(fields, waker, cancellation), cancellation);

    public Task<IResult> ShowApartAsync(HttpRequest request, CancellationToken cancellation) => desk.ShowAsync(request, () => Task.FromResult<DeskAction?>(Apart(request)), cancellation);

    public Task<IResult> KeepApartAsync(HttpRequest request, IWaker waker, CancellationToken cancellation) => desk.ActAsync(
        request, () => Task.FromResult<DeskAction?>(Apart(request)), fields => Missing(fields, ("a", "Name one of the two."), ("b", "Name the other.")), fields => apart.KeepApartAsync(fields, waker, cancellation), cancellation);

    public async Task<IResult> ShowWithdrawalAsync(HttpRequest request, string id, CancellationToken cancellation) => await desk.ShowAsync(request, () => WithdrawalAsync(id, cancellation), await WhyNotAsync(id, cancellation), cancellation);

    public async Task<IResult> WithdrawAsync(HttpRequest request, string id, IWaker waker, CancellationToken cancellation) => await desk.ActAsync(
        request, () => WithdrawalAsync(id, cancellation), await WhyNotAsync(id, cancellation), fields => Missing(fields, ("reason", "Say why, in words for the mentee.")), fields => withdrawal.WithdrawAsync(fields, id, waker, cancellation), cancellation);

    internal static IReadOnlyDictionary<string, IReadOnlyList<string>> Missing(FormFields fields, params IReadOnlyList<(string Field, string Words)> wanted)
    {
        var reader = new FieldReader(fields);
        foreach (var (field, words) in wanted)
            reader.Paragraphs(field, "This", 1000, words);
        return reader.Errors;
    }

    private static DeskAction Match(HttpRequest request) => new(
        "match", "pair:by-hand", null, "Match two people by hand",
        [
            "The mentee gets the same offer as after every round, and decides; the mentor hears of it only when the mentee has accepted.",
            "Both must be registered in one round that has run, the mentee waiting, the mentor with a free place. Nobody is matched with themselves, with somebody they asked never to meet, or with somebody they declined; other rules you overrule, and it is noted.",
        ],
        Paths.MatchByHand,
        [new("mentee", "Mentee", Named), new("mentor", "Mentor", Named), new("note", "Why these two", "Both read it among the reasons of their match.", Optional: true)],
        "Make this match", Paths.Coordinator, Given(request, "mentee", "mentor"));

    private static DeskAction Apart(HttpRequest request) => new(
        "keep-apart", "pair:apart", null, "Keep two people apart",
        ["They are never matched with each other, in this round and in those to come. An offer between them is taken back at once. A partnership that runs goes on: talk to both."],
        Paths.KeepApart, [new("a", "One", Named), new("b", "The other", Named)], "Keep them apart", Paths.Coordinator, Given(request, "a", "b"));

    private async Task<DeskAction?> WithdrawalAsync(string id, CancellationToken cancellation)
    {
        if (await reader.FindAsync(Stages.Offers, id, cancellation) is not { State: Offer.Pending pending } found)
            return null;
        var (mentee, mentor) = (await NameAsync(found.Round, pending.Terms.MenteeId, cancellation), await NameAsync(found.Round, pending.Terms.MentorId, cancellation));
        return new DeskAction(
            "withdraw-offer", "offer:" + id, found.Round, "Take an offer back",
            [$"{mentee} has the offer of {mentor} as mentor and has not answered yet. Without the offer {mentee} waits again at once, and is matched anew where somebody is free. {mentor} is told nothing: they do not know of the offer."],
            Paths.Offer(id, "withdraw"), [new("reason", "The reason, for the mentee", "In your words; it stands in their email.", Type: "words")],
            "Take the offer back", Paths.Person(pending.Terms.MenteeId), FormState.Empty);
    }

    private async Task<Problem> WhyNotAsync(string id, CancellationToken cancellation) =>
        await reader.FindAsync(Stages.Offers, id, cancellation) is null ? ActionDesk.Unknown : ActionDesk.Settled;

    private async Task<string> NameAsync(string round, string registration, CancellationToken cancellation) =>
        Persons.EntryOf(await reader.StateAsync(Stages.Registrations, round, registration, cancellation))?.Name ?? "(erased)";

    /// <summary>Whom the link that led here named.</summary>
    private static FormState Given(HttpRequest request, params IReadOnlyList<string> names) =>
        FormState.Of([.. names.Select(name => (name, request.Query[name].ToString() is { Length: <= EmailAddress.Longest } value ? value : ""))]);
}
