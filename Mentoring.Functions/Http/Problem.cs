using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Mentoring.Functions.Http;

/// <summary>Why a request is not answered as asked, in the terms of RFC 9457.</summary>
/// <param name="Code">Stable, for programs: <c>body-too-large</c>.</param>
/// <param name="Detail">Sentences for the person: what is wrong and what is allowed.</param>
/// <param name="Errors">Field → sentences; null where no field is at fault.</param>
public sealed record Problem(int Status, string Code, string Detail, IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors = null)
{
    /// <summary>The status' own phrase, as RFC 9457 asks where a problem has no page of its own.</summary>
    public string Title => ReasonPhrases.GetReasonPhrase(Status);

    public static Problem Malformed(string code, string detail) => new(StatusCodes.Status400BadRequest, code, detail);

    public static Problem Unsupported(string code, string detail) => new(StatusCodes.Status415UnsupportedMediaType, code, detail);

    /// <summary>Fields that can be read and are wrong.</summary>
    public static Problem Invalid(IReadOnlyDictionary<string, IReadOnlyList<string>> errors) =>
        new(StatusCodes.Status422UnprocessableEntity, "invalid-fields", "Some answers are missing or cannot be used. Correct them and send the form again.", errors);

    public static Problem NotEligible(string reason) => new(StatusCodes.Status403Forbidden, "not-eligible", reason);
}
