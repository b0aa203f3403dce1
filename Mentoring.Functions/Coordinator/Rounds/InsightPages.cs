using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
using Mentoring.Functions.Coordinator.Overview;
using Mentoring.Functions.Coordinator.People;
using Mentoring.Functions.Coordinator.SigningIn;
using Mentoring.Functions.Http;
using Mentoring.Pages;
using Mentoring.Pages.Coordinator;
using Mentoring.Pages.Coordinator.Rounds;
using Mentoring.Pages.Forms;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Coordinator.Rounds;

/// <summary>Answers questions about a matching: what if, and why not these two. Nothing is changed or kept.</summary>
public sealed class InsightPages(DeskDoor door, RoundBooks books, MatchingBases bases, Answers answers, Scheme scheme)
{
    private static readonly string[] Pair = ["mentee", "mentor"];

    public Task<IResult> WhyNotAsync(HttpRequest request, string id, CancellationToken cancellation) => OpenAsync(request, id, Pair, (visit, basis) =>
    {
        var form = new FieldReader(visit.Fields);
        WhyNotAnswer? answer = null;
        if (basis is not null)
        {
            var named = basis.Named();
            var mentee = Find(form, "mentee", named.Mentee);
            var mentor = Find(form, "mentor", named.Mentor);
            if (mentee is not null && mentor is not null)
                answer = Answer(PairAnswerView.Of(basis, basis.Why(mentee.Id, mentor.Id)), basis.Book);
        }

        return new WhyNotModel(scheme, visit.Desk, id, visit.Pages, FormStates.Of(visit.Fields, form.Errors), answer, visit.Trouble) { MatchedAt = MatchedAt(basis) };
    }, cancellation);

    public Task<IResult> WhatIfAsync(HttpRequest request, string id, CancellationToken cancellation) => OpenAsync(request, id, WhatIfModel.Fields, (visit, basis) =>
    {
        IReadOnlyDictionary<string, IReadOnlyList<string>> errors = FormState.Empty.Errors;
        WhatIfAnswer? answer = null;
        if (basis is not null && visit.Fields.Names.Any(name => visit.Fields[name].Any(value => value.Length > 0)))
        {
            var (whatIf, faults) = WhatIfReader.Read(WhatIfQuestion.Json(visit.Fields, scheme), basis.Pool, basis.Rules, basis.Named());
            errors = WhatIfQuestion.Errors(faults);
            answer = whatIf is null ? null : Answer(WhatIfView.Of(basis, whatIf.Against(basis.Round, basis.Seed)));
        }

        return new WhatIfModel(scheme, visit.Desk, id, visit.Pages, FormStates.Of(visit.Fields, errors), answer, visit.Trouble) { MatchedAt = MatchedAt(basis) };
    }, cancellation);

    private LocalInstant? MatchedAt(MatchingBasis? basis) => basis?.MatchedAt is { } at ? LocalInstant.At(at, scheme.TimeZone) : null;

    private static WhyNotAnswer Answer(PairAnswerView view, RoundBook book) => new(
        view.Mentee.Name, view.Mentor.Name, [.. view.Words.Select(sentence => NamedSentences.Of(book, sentence))], view.Score, [.. view.Reasons.Select(part => (part.Points, part.Words))],
        [.. (view.Loss?.Moves ?? []).Select(move => new MoveRow(move.Mentee.Name, move.From?.Name, move.To?.Name))]);

    private static WhatIfAnswer Answer(WhatIfView view) => new(
        [
            ("Mentees with a match", view.Today.Matched, view.Then.Matched), ("Mentees", view.Today.Mentees, view.Then.Mentees), ("Mentors", view.Today.Mentors, view.Then.Mentors),
            ("Places", view.Today.Places, view.Then.Places), ("Score in total", view.Today.Score, view.ThenByTodaysWeights), ("Pairs of different institutions", view.Today.AcrossInstitutions, view.Then.AcrossInstitutions),
        ],
        view.Proved, Rows(view.Gain), Rows(view.Lose), Rows(view.Move));

    private static IReadOnlyList<MoveRow> Rows(IReadOnlyList<WhatIfChangeView> changes) => [.. changes.Select(change => new MoveRow(change.Mentee.Name, change.From?.Name, change.To?.Name))];

    private static T? Find<T>(FieldReader form, string role, Func<string, T?> find)
        where T : class
    {
        var named = form.Line(role, $"The {role}", EmailAddress.Longest, $"Name the {role}.");
        if (named.Length > 0 && find(named) is { } found)
            return found;
        if (named.Length > 0)
            form.Wrong(role, $"Nobody in this matching is a {role} by the name of {FieldReader.Shown(named)}.");
        return null;
    }

    /// <summary>The matching is looked at only when something is asked of it.</summary>
    private Task<IResult> OpenAsync(HttpRequest request, string id, IReadOnlyList<string> names, Func<Visit, MatchingBasis?, PageModel> page, CancellationToken cancellation) => door.ShowAsync(request, async visitor =>
    {
        if (!Ledger.LedgerGuard.IsPart(id) || await books.OpenAsync(id, cancellation) is not { } book)
            return answers.Problem(request, new Problem(StatusCodes.Status404NotFound, "round-unknown", "There is no such round."));
        var fields = new FormFields(request.Query.Where(field => names.Contains(field.Key)).SelectMany(field => field.Value.Take(FieldReader.MostValues).Select(value => KeyValuePair.Create(field.Key, value ?? ""))));
        var (basis, refusal) = fields.Names.Count == 0 ? (null, null) : await bases.OpenAsync(request, id, cancellation);
        return answers.Page(page(new Visit(visitor.Visit, RoundLinks.Of(book), fields, (refusal as ProblemResult)?.Problem.Detail), basis));
    }, cancellation);

    /// <param name="Trouble">Why nothing can be answered; null mostly.</param>
    private sealed record Visit(DeskVisit Desk, IReadOnlyList<DeskLink> Pages, FormFields Fields, string? Trouble);
}
