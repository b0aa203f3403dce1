using System.Reflection;
using Mentoring.Functions.Schemes;
using Mentoring.Tests.Journeys;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Http;

/// <summary>A Functions host knows no precedence of routes: it asks the functions in order of their names, and calls the first whose route and method fit.</summary>
public sealed class FunctionOrderTests
{
    private static readonly IReadOnlyList<(string Name, string Route, IReadOnlyList<string>? Methods)> AsTheHostAsks =
    [
        .. from type in typeof(KnownRoutes).Assembly.GetTypes()
           from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static)
           let function = method.GetCustomAttribute<FunctionAttribute>()
           where function is not null
           from trigger in method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>()
           select (function.Name, trigger.Route!, (IReadOnlyList<string>?)trigger.Methods) into found
           orderby found.Name.ToUpperInvariant()
           select found,
    ];

    [Fact]
    public void No_function_takes_the_address_of_another_that_comes_after_it()
    {
        foreach (var (name, route, methods) in AsTheHostAsks)
        {
            foreach (var method in methods ?? ["get", "put"])
                Assert.Equal(name, AsTheHostAsks.First(asked => Takes(asked.Route, asked.Methods, method, Endpoints.Address(route, "a-word"))).Name);
        }
    }

    [Fact]
    public void The_answer_where_there_is_no_page_comes_last() => Assert.Equal(KnownRoutes.Fallback, AsTheHostAsks[^1].Name);

    [Theory]
    [InlineData("GET", StatusCodes.Status303SeeOther, "/scheme")]
    [InlineData("POST", StatusCodes.Status404NotFound, "")]
    public async Task Whoever_opens_the_bare_address_comes_to_the_schemes_page(string method, int status, string leadsTo)
    {
        await using var journey = await Journey.StartAsync();
        var http = new DefaultHttpContext { RequestServices = journey.Host.Services };
        (http.Request.Method, http.Request.Path) = (method, "/");
        await ActivatorUtilities.CreateInstance<SchemeFunctions>(journey.Host.Services).Fallback(http.Request).ExecuteAsync(http);

        Assert.Equal((status, leadsTo), (http.Response.StatusCode, http.Response.Headers.Location.ToString()));
    }

    private static bool Takes(string route, IReadOnlyList<string>? methods, string method, string address) =>
        methods?.Contains(method) != false && new TemplateMatcher(TemplateParser.Parse(route), []).TryMatch(address, []);
}
