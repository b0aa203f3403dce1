using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Mentoring.Local.Hosting;
using Microsoft.Azure.Functions.Worker;

namespace Mentoring.Tests.Hosting;

public sealed class HttpFunctionTests : IAsyncLifetime, IDisposable
{
    private readonly TestFolder folder = new();
    private LocalHost? host;

    private HttpClient Client => host!.Client;

    public async Task InitializeAsync() => host = await ToyHost.StartAsync(folder.Path, new(), typeof(HttpToys));

    public async Task DisposeAsync() => await host!.DisposeAsync();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_route_value_a_query_and_the_context_reach_the_function()
    {
        var answer = await Client.GetFromJsonAsync<JsonElement>("/toys/Z%C3%BCri%20owl?q=a%26b");

        Assert.Equal("Züri owl", answer.GetProperty("name").GetString());
        Assert.Equal("a&b", answer.GetProperty("query").GetString());
        Assert.Equal("ToyByName", answer.GetProperty("function").GetString());
        Assert.Equal(ToyHost.Start, answer.GetProperty("now").GetDateTimeOffset());
    }

    [Fact]
    public async Task An_action_result_answers_with_its_status_body_and_type()
    {
        using var made = await Client.PostAsync("/toys", new StringContent("kite"));

        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        Assert.Equal("KITE", await made.Content.ReadAsStringAsync());
        Assert.Equal("text/plain", made.Content.Headers.ContentType?.MediaType);
        Assert.Equal(49, await Client.GetFromJsonAsync<int>("/toys/squares/7"));
    }

    [Fact]
    public async Task A_function_may_write_its_answer_itself_and_answers_all_methods_where_it_names_none()
    {
        foreach (var method in new[] { HttpMethod.Get, HttpMethod.Post, HttpMethod.Delete })
        {
            using var answer = await Client.SendAsync(new HttpRequestMessage(method, "/nothing"));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Equal($"my own words, {method}", await answer.Content.ReadAsStringAsync());
        }
    }

    [Theory]
    [InlineData("GET", "/nowhere", HttpStatusCode.NotFound, "not-found")]
    [InlineData("GET", "/", HttpStatusCode.NotFound, "not-found")]
    [InlineData("GET", "/toys/squares/seven", HttpStatusCode.NotFound, "not-found")]
    [InlineData("PUT", "/toys", HttpStatusCode.MethodNotAllowed, "method-not-allowed")]
    [InlineData("GET", "/toys/fails/always", HttpStatusCode.InternalServerError, "internal-error")]
    public async Task What_no_function_answers_is_a_problem_document(string method, string path, HttpStatusCode status, string code)
    {
        using var answer = await Client.SendAsync(new HttpRequestMessage(new HttpMethod(method), path));

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task A_refused_method_says_which_are_allowed()
    {
        using var answer = await Client.PutAsync("/toys", null);
        Assert.Equal(["POST"], answer.Content.Headers.Allow);
    }

    [Fact]
    public async Task What_a_function_throws_is_kept_from_the_caller_and_remembered()
    {
        using var answer = await Client.GetAsync("/toys/fails/always");

        Assert.DoesNotContain("secret", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var fault = Assert.Single(host!.Faults);
        Assert.Equal("ToyFails", fault.Function);
        Assert.Contains("secret", fault.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_coordinators_routes_are_open_to_this_machine_and_to_nobody_behind_a_proxy_or_another_name()
    {
        Assert.Equal("for the coordinator", await Client.GetStringAsync("/coordinator/toys"));
        foreach (var (header, value) in new[] { ("X-Forwarded-For", "203.0.113.9"), ("Forwarded", "for=203.0.113.9"), ("Host", "rebound.example") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/coordinator/toys");
            request.Headers.TryAddWithoutValidation(header, value);
            using var answer = await Client.SendAsync(request);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        }
    }

    [Fact]
    public async Task Middleware_stands_around_each_function_in_the_order_in_which_it_was_added()
    {
        var passed = new List<string>();
        using var other = new TestFolder();
        await using var wrapped = await LocalHost.StartAsync(ToyHost.Options(other.Path, new(), typeof(HttpToys)) with
        {
            ConfigureWorker = worker => worker
                .Use(next => async context =>
                {
                    passed.Add("outer " + context.FunctionDefinition.Name);
                    await next(context);
                    passed.Add("outer again");
                })
                .Use(next => async context =>
                {
                    passed.Add($"inner {context.GetHttpContext()?.Request.Path}");
                    await next(context);
                }),
        });

        await wrapped.Client.GetStringAsync("/toys/kite");

        Assert.Equal(["outer ToyByName", "inner /toys/kite", "outer again"], passed);
    }

    [Fact]
    public async Task As_in_a_Functions_host_the_first_by_name_is_called_however_well_another_fits()
    {
        using var other = new TestFolder();
        await using var rivals = await LocalHost.StartAsync(ToyHost.Options(other.Path, new(), typeof(RivalToys)));

        Assert.Equal("A", await rivals.Client.GetStringAsync("/rivals/b"));
        Assert.Equal(HttpStatusCode.OK, (await rivals.Client.GetAsync("/local/clock")).StatusCode);
    }

    [Fact]
    public async Task The_same_functions_answer_over_the_network()
    {
        using var other = new TestFolder();
        var port = FreePort();
        await using var live = await LocalHost.StartAsync(ToyHost.Options(other.Path, new(), typeof(HttpToys)) with { Port = port, Live = TimeProvider.System });

        Assert.Equal(81, await live.Client.GetFromJsonAsync<int>("/toys/squares/9"));
        using var missing = await live.Client.GetAsync("/nowhere");
        Assert.Equal("application/problem+json", missing.Content.Headers.ContentType?.MediaType);
        Assert.Equal("for the coordinator", await live.Client.GetStringAsync("/coordinator/toys"));
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
