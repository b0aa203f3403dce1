using Mentoring.Core.Schemes;

namespace Mentoring.Pages.Mails;

/// <summary>What every mail carries.</summary>
/// <param name="Site">Where the pages are, such as <c>https://mentoring.example.org/</c>: documents are linked below it.</param>
/// <param name="Name">Of the reader, for the greeting.</param>
public sealed record Letterhead(Scheme Scheme, Uri Site, string Name)
{
    /// <summary>When the mail is written: what is past by then is not announced.</summary>
    public DateTimeOffset Now { get; init; }
}
