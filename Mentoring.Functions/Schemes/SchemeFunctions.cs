using Mentoring.Functions.Http;
using Mentoring.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Mentoring.Functions.Schemes;

/// <summary>Pages for everybody, and the answer where there is none.</summary>
public sealed class SchemeFunctions(SchemePages pages, Health health, KnownRoutes routes, Answers answers)
{
    private static readonly AssetResult Script = new(FormScript.Text, "text/javascript");

    [Function("ShowScheme")]
    public Task<IResult> SchemeAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "scheme")] HttpRequest request, CancellationToken cancellation) =>
        pages.SchemeAsync(cancellation);

    [Function("ShowDocument")]
    public Task<IResult> DocumentAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "documents/{code}")] HttpRequest request, string code, CancellationToken cancellation) =>
        pages.DocumentAsync(request, code, cancellation);

    [Function("Stylesheet")]
    public IResult Stylesheet([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "site.css")] HttpRequest request) => pages.Stylesheet;

    [Function("FormScript")]
    public static IResult FormScriptFile([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "form.js")] HttpRequest request) => Script;

    [Function("Health")]
    public Task<IResult> HealthAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "health")] HttpRequest request, CancellationToken cancellation) =>
        health.CheckAsync(cancellation);

    [Function(KnownRoutes.Fallback)]
    public IResult Fallback([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request) =>
        request.Path == "/" && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) ? Answers.SeeOther("/scheme") : answers.Problem(request, routes.ProblemOf(request));
}
