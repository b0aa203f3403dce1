using System.Reflection;
using Mentoring.Functions.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;

namespace Mentoring.Functions.Schemes;

/// <summary>The routes of all functions, read from their attributes: tells an address that is not there from one that does not take the method.</summary>
public sealed class KnownRoutes
{
    /// <summary>The function that is called where no other fits. A Functions host asks the functions in order of their names, whatever their routes: this one comes after all others.</summary>
    public const string Fallback = "ZNoSuchPage";

    private readonly IReadOnlyList<(TemplateMatcher Matcher, IReadOnlyList<string> Methods)> _routes =
    [
        .. from type in typeof(KnownRoutes).Assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
           where method.GetCustomAttribute<FunctionAttribute>() is { } function && function.Name != Fallback
           from trigger in method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>()
           where trigger is { Route: not null, Methods: not null }
           select (new TemplateMatcher(TemplateParser.Parse(trigger.Route!), []), (IReadOnlyList<string>)[.. trigger.Methods!.Select(name => name.ToUpperInvariant())]),
    ];

    /// <summary>405 with the header that says what is allowed, or 404.</summary>
    public Problem ProblemOf(HttpRequest request)
    {
        var allowed = MethodsAt(request.Path);
        if (allowed.Count == 0 || allowed.Contains(request.Method))
            return new Problem(StatusCodes.Status404NotFound, "not-found", "There is no page at this address. If you followed a link from an email, make sure that all of it was copied.");
        request.HttpContext.Response.Headers.Allow = string.Join(", ", allowed);
        return new Problem(
            StatusCodes.Status405MethodNotAllowed, "method-not-allowed", $"This address answers only to {string.Join(", ", allowed)}. Open the page again from the link in our email, and use its buttons.");
    }

    /// <summary>In ordinal order; empty where there is no such address.</summary>
    public IReadOnlyList<string> MethodsAt(PathString path) =>
        [.. _routes.Where(route => route.Matcher.TryMatch(path, [])).SelectMany(route => route.Methods).Distinct().Order(StringComparer.Ordinal)];
}
