using Mentoring.Core.Schemes;
using Mentoring.Functions.Http;
using Mentoring.Functions.Rounds;
using Mentoring.Functions.Settings;
using Mentoring.Pages;
using Mentoring.Pages.Schemes;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Schemes;

/// <summary>What the scheme says of itself: how it works, and its documents.</summary>
public sealed class SchemePages(Scheme scheme, IDocuments documents, CurrentRound rounds, SchemeChanges changes, Answers answers, TimeProvider time)
{
    /// <summary>In the association's colours.</summary>
    public IResult Stylesheet { get; } = new AssetResult(SiteStylesheet.For(scheme.Branding), "text/css");

    public async Task<IResult> SchemeAsync(CancellationToken cancellation)
    {
        var calendar = await rounds.AtAsync(time.GetUtcNow(), cancellation);
        var window = calendar.Open ?? calendar.Next;
        return answers.Page(new SchemeModel(calendar.SettingsOf(scheme), window?.Opens, window?.Closes, IsOpen: calendar.Open is not null) { Changes = await changes.AllAsync(cancellation) });
    }

    public async Task<IResult> DocumentAsync(HttpRequest request, string code, CancellationToken cancellation)
    {
        if (scheme.Document(code) is not { } document || await documents.TextAsync(code, cancellation) is not { } text)
            return answers.Problem(request, new Problem(StatusCodes.Status404NotFound, "unknown-document", "The scheme has no such document. All of them are listed at the foot of each page."));
        return Wants.Json(request)
            ? Answers.Json(new { document.Code, document.Title, document.Version, Markdown = text })
            : answers.Page(new DocumentModel(scheme, document, text));
    }
}
