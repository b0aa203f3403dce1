namespace Mentoring.Core.Registrations;

/// <summary>What a registration form turned out to be.</summary>
public abstract record FormResult
{
    private FormResult() { }

    /// <param name="SubmissionId">As sent, else made from the content: the same form without an id is the same submission.</param>
    /// <param name="ContentHash">Of the fields that say something about the person: another content under the same id is a conflict.</param>
    /// <param name="Redirect">Where to send the browser; null, or an address of an allowed origin.</param>
    public sealed record Valid(Entry Entry, string SubmissionId, string ContentHash, string? Redirect) : FormResult
    {
        /// <summary>Whether the id was sent with the form, and not made from it.</summary>
        public bool HasOwnId => SubmissionId != IdOf(ContentHash);

        internal static string IdOf(string contentHash) => "content-" + contentHash;
    }

    /// <param name="Errors">Field → sentences for the person who filled it in, in the order of the form.</param>
    public sealed record Invalid(IReadOnlyDictionary<string, IReadOnlyList<string>> Errors) : FormResult;

    /// <summary>The person's grade is not admitted. Nothing else is reported, because no correction would help.</summary>
    /// <param name="Reason">A sentence for the person.</param>
    public sealed record NotEligible(string Reason) : FormResult;

    /// <summary>A robot filled the box that people do not see. Answer as for <see cref="Valid"/>, keep nothing, mail nothing.</summary>
    public sealed record Trapped(string? Redirect) : FormResult;
}
