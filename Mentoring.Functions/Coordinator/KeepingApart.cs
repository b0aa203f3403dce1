using Mentoring.Core;
using Mentoring.Core.Offers;
using Mentoring.Core.Partnerships;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Functions.Http;
using Mentoring.Functions.Shell;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Coordinator;

/// <summary>Sees to it that two people are never paired: in every round where either is registered, and in those to come.</summary>
public sealed class KeepingApart(ApiForm forms, KnownPeople people, LedgerReader reader, SchemeShell shell)
{
    public async Task<IResult> KeepApartAsync(HttpRequest request, IWaker waker, CancellationToken cancellation)
    {
        var (fields, refusal) = await forms.ReadAsync(request, cancellation);
        return fields is null ? refusal! : await KeepApartAsync(fields, waker, cancellation);
    }

    /// <param name="fields"><c>a</c> and <c>b</c>.</param>
    public async Task<IResult> KeepApartAsync(FormFields fields, IWaker waker, CancellationToken cancellation)
    {
        var form = new FieldReader(fields);
        ApiForm.RefuseOthers(form, fields, "a", "b");
        var one = await NamedAsync(form, "a", cancellation);
        var other = await NamedAsync(form, "b", cancellation);
        if (one is not null && other is not null && one.Person == other.Person)
            form.Wrong("b", "These are the same person, who is never paired with themselves anyway.");
        if (one is { Registrations.Count: 0 } && other is { Registrations.Count: 0 })
            form.Wrong("a", "Neither of the two is registered.");
        if (one is null || other is null || form.Errors.Count > 0)
            return new ProblemResult(Problem.Invalid(form.Errors));

        var found = new Apart([], [], []);
        foreach (var round in one.Registrations.Keys.Union(other.Registrations.Keys))
            await KeepApartAsync(round, one, other, found, waker, cancellation);
        return Answers.Json(found);
    }

    /// <summary>One transaction a round: with both registrations and the offer between them, so that no offer slips through.</summary>
    private async Task KeepApartAsync(string round, KnownPeople.Known one, KnownPeople.Known other, Apart found, IWaker waker, CancellationToken cancellation)
    {
        var (a, b) = (one.Registrations.GetValueOrDefault(round), other.Registrations.GetValueOrDefault(round));
        string? withdrawn = null;
        var outcome = await shell.CarryOutAsync(round, Actor.Coordinator, waker, async work =>
        {
            withdrawn = null;
            if (a is not null && await work.AskAsync(new Request.ToRegistration(a, new Registration.Command.Exclude(other.Person, b)), cancellation) is { Kind: not RejectionKind.Gone } no)
                return no;
            if (b is not null && await work.AskAsync(new Request.ToRegistration(b, new Registration.Command.Exclude(one.Person, a)), cancellation) is { Kind: not RejectionKind.Gone } neither)
                return neither;
            if (a is null || b is null)
                return null;
            withdrawn = await OfferBetweenAsync(work, a, b, cancellation) ?? await OfferBetweenAsync(work, b, a, cancellation);
            return withdrawn is null ? null : await work.AskAsync(new Request.ToOffer(withdrawn, new Offer.Command.Withdraw(WithdrawalReason.Coordinator)), cancellation);
        }, cancellation);
        if (outcome is not Outcome.Done)
            return;
        found.Rounds.Add(round);
        if (withdrawn is not null)
            found.WithdrawnOffers.Add(withdrawn);
        if (a is not null && b is not null)
            found.RunningPartnerships.AddRange(await PartnershipsAsync(round, a, b, cancellation));
    }

    private static async ValueTask<string?> OfferBetweenAsync(Transaction work, string mentee, string mentor, CancellationToken cancellation) =>
        await work.StateAsync(Stages.Mentees, mentee, cancellation) is MenteeStanding.Offered offered
        && Offer.TermsOf(await work.StateAsync(Stages.Offers, offered.OfferId, cancellation))?.MentorId == mentor
            ? offered.OfferId
            : null;

    /// <summary>A partnership that runs is not ended from here: that is for the two, or for the coordinator to talk over with them.</summary>
    private async Task<IReadOnlyList<string>> PartnershipsAsync(string round, string a, string b, CancellationToken cancellation)
    {
        var between = new List<string>();
        foreach (var (mentee, mentor) in new[] { (a, b), (b, a) })
        {
            if (await reader.StateAsync(Stages.Mentees, round, mentee, cancellation) is MenteeStanding.Paired paired
                && Partnership.PairOf(await reader.StateAsync(Stages.Partnerships, round, paired.PartnershipId, cancellation))?.MentorId == mentor)
                between.Add(paired.PartnershipId);
        }

        return between;
    }

    private async Task<KnownPeople.Known?> NamedAsync(FieldReader form, string field, CancellationToken cancellation)
    {
        var named = form.Line(field, "This person", EmailAddress.Longest, "Name the person by the id of a registration or by an email address.");
        if (named.Length == 0)
            return null;
        var known = await people.FindAsync(named, cancellation);
        if (known is null)
            form.Wrong(field, $"There is no registration {FieldReader.Shown(named)}, and it is no email address.");
        return known;
    }

    /// <param name="RunningPartnerships">Between the two; they go on.</param>
    private sealed record Apart(List<string> Rounds, List<string> WithdrawnOffers, List<string> RunningPartnerships);
}
