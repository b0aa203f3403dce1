using Mentoring.Core.Registrations;
using Mentoring.Functions.Http;
using Mentoring.Functions.Settings;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Coordinator;

/// <summary>What a coordinator's request says. Every refusal is a problem document: these addresses are for programs.</summary>
public sealed class ApiForm(Site site)
{
    /// <summary>The fields, or the answer where there are none to act upon.</summary>
    public async Task<(FormFields? Fields, IResult? Answer)> ReadAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (SameOrigin.Refusal(request, site.Address) is { } foreign)
            return (null, new ProblemResult(foreign));
        return await FormBody.ReadAsync(request, cancellation: cancellation) switch
        {
            BodyResult.Fields read => (read.Form, null),
            BodyResult.Refused refused => (null, new ProblemResult(refused.Problem)),
            _ => throw new InvalidOperationException("BodyResult is a closed union."),
        };
    }

    /// <summary>The body as it is, where it is JSON; or the answer where it is not.</summary>
    public async Task<(string? Json, IResult? Answer)> ReadJsonAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (SameOrigin.Refusal(request, site.Address) is { } foreign)
            return (null, new ProblemResult(foreign));
        var (json, problem) = await JsonText.ReadAsync(request, FormBody.MostBytes, cancellation);
        return problem is null ? (json, null) : (null, new ProblemResult(problem));
    }

    /// <summary>For what needs no fields: null where the request may act. A body that was sent with it must be readable all the same.</summary>
    public async Task<IResult?> ReadButtonAsync(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength is > 0 || request.ContentType is { Length: > 0 })
            return (await ReadAsync(request, cancellation)).Answer;
        return SameOrigin.Refusal(request, site.Address) is { } foreign ? new ProblemResult(foreign) : null;
    }

    /// <summary>Reports names that no field has, so that a mistyped one is never silently left out.</summary>
    internal static void RefuseOthers(FieldReader reader, FormFields fields, params string[] known)
    {
        foreach (var name in fields.Names.Except(known, StringComparer.Ordinal))
            reader.Wrong(name, $"There is no field {FieldReader.Shown(name)} here. Fields are {string.Join(", ", known)}.");
    }
}
