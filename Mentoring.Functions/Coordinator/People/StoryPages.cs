using System.Globalization;
using Mentoring.Core.Offers;
using Mentoring.Core.Partnerships;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
using Mentoring.Functions.Coordinator.Overview;
using Mentoring.Functions.Coordinator.SigningIn;
using Mentoring.Functions.Http;
using Mentoring.Functions.Shell;
using Mentoring.Pages;
using Mentoring.Pages.Coordinator;
using Mentoring.Pages.Coordinator.People;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Coordinator.People;

/// <summary>Shows a person: what they wrote, where they stand, and what has happened.</summary>
public sealed class StoryPages(DeskDoor door, LedgerReader reader, RoundBooks books, KnownPeople people, KeptRuns runs, Stories stories, Answers answers, Scheme scheme)
{
    public Task<IResult> ShowAsync(HttpRequest request, string id, CancellationToken cancellation) => door.ShowAsync(request, async visitor =>
    {
        if (await reader.FindAsync(Stages.Registrations, id, cancellation) is not { } found || await books.OpenAsync(found.Round, cancellation) is not { } book || !book.Registrations.ContainsKey(id))
            return answers.Problem(request, new Problem(StatusCodes.Status404NotFound, "person-unknown", "There is nobody by this id."));
        var words = new StoryWords(book, id);
        var events = (await stories.OfAsync(found.Round, Subjects(book, id), cancellation))
            .Select(entry => (entry.Draft.At, Words: words.Of(entry))).Where(entry => entry.Words is not null)
            .Select(entry => new StoryEvent(LocalInstant.At(entry.At, scheme.TimeZone), entry.Words!));
        return answers.Page(new StoryModel(
            scheme, visitor.Visit, found.Round, book.NameOf(id), PersonStates.Of(book, id), [.. FactsOf(book.EntryOf(id))], await UnmatchedAsync(book, id, cancellation),
            [.. ActionsOf(book, id)], await ElsewhereAsync(id, found.Round, cancellation), [.. events]));
    }, cancellation);

    private static IEnumerable<string> Subjects(RoundBook book, string id)
    {
        foreach (var kind in (string[])["registration", "mentee", "mentor"])
            yield return $"{kind}:{id}";
        foreach (var (offer, state) in book.Offers)
        {
            if (Offer.TermsOf(state) is { } terms && (terms.MenteeId == id || terms.MentorId == id))
                yield return "offer:" + offer;
        }

        foreach (var (partnership, state) in book.Partnerships)
        {
            if (Partnership.PairOf(state) is not { } pair || (pair.MenteeId != id && pair.MentorId != id))
                continue;
            yield return "partnership:" + partnership;
            yield return "agreement:" + partnership;
            var (party, term) = (pair.MenteeId == id ? Core.People.Party.Mentee : Core.People.Party.Mentor, TermOf(state));
            foreach (var kind in Enum.GetValues<Core.Reviews.ReviewKind>())
            {
                for (var number = 1; number <= Math.Max(term?.Number ?? 1, term?.Asked ?? 0) + 1; number++)
                    yield return "review:" + Core.Reviews.ReviewForm.IdOf(partnership, kind, number, party);
            }
        }
    }

    private static Term? TermOf(Partnership partnership) => partnership switch
    {
        Partnership.Active active => active.Term,
        Partnership.Reviewing reviewing => reviewing.Term,
        Partnership.Ended ended => ended.Term,
        _ => null,
    };

    private IEnumerable<(string Name, string Value)> FactsOf(Entry? entry)
    {
        if (entry is null)
            return [("Data", "Everything about them was erased.")];
        (string, string?)[] facts =
        [
            ("Email", entry.Email.Typed), ("Job title", entry.JobTitle), ("Institution", entry.Institution), ("Membership", $"{entry.MembershipGrade} {entry.MembershipNumber}"),
            ("Years in the profession", entry.Experience?.ToString(CultureInfo.InvariantCulture)),
            ("Offers as mentor", entry.Mentor is null ? null : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", entry.Mentor.Offers.Select(scheme.TitleOf))}; places: {entry.Mentor.Capacity}")),
            ("Training for mentors", scheme.Gates.MentorTraining && entry.Mentor is { } mentor ? (mentor.Trained ? "completed, by their own word" : "not completed, so nobody is matched with them") : null),
            ("Seeks as mentee", entry.Mentee is null ? null : string.Join(", ", entry.Mentee.Seeks.Select(scheme.TitleOf))),
            ("Objectives", entry.Mentee?.Objectives), ("Biography", entry.Biography),
        ];
        return facts.Where(fact => !string.IsNullOrWhiteSpace(fact.Item2)).Select(fact => (fact.Item1, fact.Item2!));
    }

    private async Task<IReadOnlyList<string>> UnmatchedAsync(RoundBook book, string id, CancellationToken cancellation) =>
        book.Mentees.ContainsKey(id) && await runs.OfAsync(book, cancellation) is { } run && run.Run.Result.Unmatched.Contains(id)
            ? [.. run.ReasonFor(id).ToCoordinator.Select(sentence => NamedSentences.Of(book, sentence))]
            : [];

    private static IEnumerable<DeskLink> ActionsOf(RoundBook book, string id)
    {
        if (book.Mentees.GetValueOrDefault(id) is MenteeStanding.Waiting && !Round.IsBeforeMatching(book.Round))
            yield return new DeskLink("Match by hand", $"{Paths.MatchByHand}?mentee={id}");
        if (book.Mentees.GetValueOrDefault(id) is MenteeStanding.Offered offered)
            yield return new DeskLink("Take the offer back", Paths.Offer(offered.OfferId, "withdraw"));
        if (book.Mentees.GetValueOrDefault(id) is MenteeStanding.Paired paired)
            yield return new DeskLink("Give them another mentor", Paths.Partnership(paired.PartnershipId, "reassign"));
        if (book.Registrations.GetValueOrDefault(id) is Registration.Active)
            yield return new DeskLink("Correct the address", Paths.Address(id));
        if (book.EntryOf(id) is not null)
            yield return new DeskLink("Keep apart from somebody", $"{Paths.KeepApart}?a={id}");
    }

    private async Task<IReadOnlyList<DeskLink>> ElsewhereAsync(string id, string round, CancellationToken cancellation) =>
        await people.FindAsync(id, cancellation) is { } known ? [.. known.Registrations.Where(other => other.Key != round).Select(other => new DeskLink($"Round {other.Key}", Paths.Person(other.Value)))] : [];
}
