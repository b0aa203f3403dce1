using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Functions.Http;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Coordinator;

/// <summary>Answers what a coordinator wants to know of a matching. Nothing is changed, kept or sent.</summary>
public sealed class InsightDesk(ApiForm forms, MatchingBases bases, Scheme scheme)
{
    public async Task<IResult> WhatIfAsync(HttpRequest request, string id, CancellationToken cancellation)
    {
        if (!await bases.HaveAsync(id, cancellation))
            return RoundDesk.NoRound;
        var (json, refusal) = await forms.ReadJsonAsync(request, cancellation);
        if (json is null)
            return refusal!;
        var (basis, answer) = await bases.OpenAsync(request, id, cancellation);
        if (basis is null)
            return answer!;
        var (whatIf, faults) = WhatIfReader.Read(json, basis.Pool, basis.Rules, basis.Named());
        return whatIf is null
            ? new ProblemResult(Problem.Invalid(faults.GroupBy(fault => fault.Path).ToDictionary(
                path => path.Key, IReadOnlyList<string> (path) => [.. path.Select(fault => $"This says {fault.Value}; allowed is {fault.Allowed}.")])))
            : Answers.Json(WhatIfView.Of(basis, whatIf.Against(basis.Round, basis.Seed)));
    }

    public async Task<IResult> ReportAsync(HttpRequest request, string id, CancellationToken cancellation)
    {
        var (basis, answer) = await bases.OpenAsync(request, id, cancellation);
        return basis is null ? answer! : Answers.Json(RoundReport.Of(basis, scheme.CapacityLimit));
    }

    public async Task<IResult> WhyNotAsync(HttpRequest request, string id, CancellationToken cancellation)
    {
        var (basis, answer) = await bases.OpenAsync(request, id, cancellation);
        if (basis is null)
            return answer!;
        var named = basis.Named();
        var reader = new FieldReader(new FormFields(request.Query.Where(field => field.Key != "basis").SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")))));
        var mentee = Find(reader, "mentee", named.Mentee);
        var mentor = Find(reader, "mentor", named.Mentor);
        return mentee is null || mentor is null
            ? new ProblemResult(Problem.Invalid(reader.Errors))
            : Answers.Json(PairAnswerView.Of(basis, basis.Why(mentee.Id, mentor.Id)));
    }

    private static T? Find<T>(FieldReader reader, string role, Func<string, T?> find)
        where T : class
    {
        var named = reader.Line(role, $"The {role}", EmailAddress.Longest, $"Name the {role} by the id of their registration or by their email address.");
        if (named.Length == 0)
            return null;
        if (find(named) is not { } found)
        {
            reader.Wrong(role, $"Nobody in this matching is a {role} by the name of {FieldReader.Shown(named)}. Give the id of a registration or an email address.");
            return null;
        }

        return found;
    }
}
