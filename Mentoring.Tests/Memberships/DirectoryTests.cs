using System.Net;
using Azure.Core;
using Mentoring.Functions.Memberships;
using Microsoft.Extensions.DependencyInjection;

namespace Mentoring.Tests.Memberships;

/// <summary>The client of the directory, its policies included, against everything that a directory may do.</summary>
public sealed class DirectoryTests : IDisposable
{
    private static readonly DirectoryPatience Short = new(
        Try: TimeSpan.FromMilliseconds(50), Whole: TimeSpan.FromSeconds(30), Retries: 2, Pause: TimeSpan.FromMilliseconds(1), FailuresToBreak: 100, Break: TimeSpan.FromHours(1));

    private readonly FakeDirectory _directory = new FakeDirectory().With("M-1").With("M-2", "lapsed").With("M 3&number=M-1", grade: "SILVER");
    private ServiceProvider? _services;

    public void Dispose()
    {
        _services?.Dispose();
        _directory.Dispose();
    }

    [Fact]
    public async Task A_member_is_known_by_standing_and_grade()
    {
        Assert.Equal(new MembershipRecord.Member(true, "GOLD"), await AskAsync("M-1"));
        Assert.Equal(new MembershipRecord.Member(false, "GOLD"), await AskAsync("M-2"));
        Assert.Equal(new MembershipRecord.Member(true, "SILVER"), await AskAsync("M 3&number=M-1"));
        Assert.Equal(new MembershipRecord.NoMember(), await AskAsync("M-4"));
        Assert.Equal("https://directory.example/members?number=M-4", _directory.Last!.RequestUri!.AbsoluteUri);
    }

    [Fact]
    public async Task A_directory_that_stumbles_is_asked_again_at_once()
    {
        HttpStatusCode[] stumbles = [HttpStatusCode.InternalServerError, HttpStatusCode.TooManyRequests];
        _directory.Trouble = (attempt, _) => Task.FromResult(
            attempt <= stumbles.Length ? FakeDirectory.Answer(stumbles[attempt - 1]) : FakeDirectory.Answer(HttpStatusCode.OK, """{ "standing": "current" }"""));

        Assert.Equal(new MembershipRecord.Member(true, null), await AskAsync("M-1"));
        Assert.Equal(3, _directory.Tries);
    }

    [Fact]
    public async Task A_directory_that_is_down_gives_no_answer_after_three_tries()
    {
        _directory.IsDown = true;

        Assert.Null(await AskAsync("M-1"));
        Assert.Equal(3, _directory.Tries);
    }

    [Fact]
    public async Task A_directory_that_never_answers_is_given_up_at_each_try()
    {
        _directory.NeverAnswers();

        Assert.Null(await AskAsync("M-1"));
        Assert.Equal(3, _directory.Tries);
    }

    [Fact]
    public async Task All_tries_together_have_their_limit_too()
    {
        _directory.NeverAnswers();

        Assert.Null(await AskAsync("M-1", Short with { Try = TimeSpan.FromHours(1), Whole = TimeSpan.FromMilliseconds(50) }));
        Assert.Equal(1, _directory.Tries);
    }

    [Fact]
    public async Task After_many_failures_in_a_row_it_is_left_alone()
    {
        var patience = Short with { FailuresToBreak = 4 };
        _directory.IsDown = true;
        for (var person = 0; person < 5; person++)
            Assert.Null(await AskAsync("M-1", patience));
        Assert.Equal(4, _directory.Tries);

        _directory.IsDown = false;
        Assert.Null(await AskAsync("M-1", patience));
        Assert.Equal(4, _directory.Tries);
    }

    [Fact]
    public async Task After_the_break_it_is_asked_again()
    {
        var patience = Short with { FailuresToBreak = 1, Retries = 0, Break = TimeSpan.FromMilliseconds(20) };
        _directory.IsDown = true;
        Assert.Null(await AskAsync("M-1", patience));

        _directory.IsDown = false;
        await Task.Delay(TimeSpan.FromMilliseconds(60));

        Assert.Equal(new MembershipRecord.Member(true, "GOLD"), await AskAsync("M-1", patience));
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, "", "application/json")]
    [InlineData(HttpStatusCode.OK, "{", "application/json")]
    [InlineData(HttpStatusCode.OK, "[]", "application/json")]
    [InlineData(HttpStatusCode.OK, "{}", "application/json")]
    [InlineData(HttpStatusCode.OK, "{ \"standing\": true }", "application/json")]
    [InlineData(HttpStatusCode.OK, "{ \"standing\": \"suspended\" }", "application/json")]
    [InlineData(HttpStatusCode.OK, "{ \"standing\": \"current\", \"grade\": 1 }", "application/json")]
    [InlineData(HttpStatusCode.OK, "{ \"standing\": \"current\", \"grade\": \"\" }", "application/json")]
    [InlineData(HttpStatusCode.OK, "{ \"standing\": \"\\ud83d\" }", "application/json")]
    [InlineData(HttpStatusCode.OK, "{ \"standing\": \"lapsed\" }", "text/html")]
    [InlineData(HttpStatusCode.NotFound, "<h1>Not found</h1>", "text/html")]
    [InlineData(HttpStatusCode.Redirect, "{}", "application/json")]
    [InlineData(HttpStatusCode.Unauthorized, "{}", "application/json")]
    [InlineData(HttpStatusCode.BadRequest, "{}", "application/json")]
    public async Task What_is_not_plainly_yes_or_no_is_no_answer_and_not_worth_another_try(HttpStatusCode status, string body, string type)
    {
        _directory.Trouble = (_, _) => Task.FromResult(FakeDirectory.Answer(status, body, type));

        Assert.Null(await AskAsync("M-1"));
        Assert.Equal(1, _directory.Tries);
    }

    [Fact]
    public async Task A_huge_answer_is_not_read()
    {
        var huge = $$"""{ "standing": "current", "notes": "{{new string('x', MembershipDirectory.MostBytes)}}" }""";
        _directory.Trouble = (_, _) => Task.FromResult(FakeDirectory.Answer(HttpStatusCode.OK, huge));

        Assert.Null(await AskAsync("M-1"));
    }

    [Fact]
    public async Task Whoever_no_longer_waits_is_not_told_that_there_is_no_answer()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Records(Short).FindAsync("M-1", gone.Token));
    }

    [Fact]
    public async Task The_apps_identity_signs_in_where_an_audience_is_set()
    {
        var credential = new Signed();
        Assert.NotNull(await Records(Short, "api://directory.example/", credential).FindAsync("M-1", CancellationToken.None));

        Assert.Equal(["api://directory.example/.default"], credential.Scopes);
        Assert.Equal("Bearer signed", _directory.Last!.Headers.Authorization!.ToString());
    }

    [Fact]
    public async Task An_identity_that_cannot_sign_in_means_no_answer() =>
        Assert.Null(await Records(Short, "api://directory.example", new Signed { Fails = true }).FindAsync("M-1", CancellationToken.None));

    private ValueTask<MembershipRecord?> AskAsync(string number, DirectoryPatience? patience = null) => Records(patience ?? Short).FindAsync(number, CancellationToken.None);

    private IMembershipRecords Records(DirectoryPatience patience, string? audience = null, TokenCredential? credential = null)
    {
        if (_services is null)
        {
            var services = new ServiceCollection().AddLogging();
            if (credential is not null)
                services.AddSingleton(credential);
            _directory.AddTo(services, patience, audience);
            _services = services.BuildServiceProvider();
        }

        return _services.GetRequiredService<IMembershipRecords>();
    }

    private sealed class Signed : TokenCredential
    {
        public bool Fails { get; init; }

        public IReadOnlyList<string> Scopes { get; private set; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes = requestContext.Scopes;
            return Fails ? throw new InvalidOperationException("There is no identity here.") : new AccessToken("signed", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) => new(GetToken(requestContext, cancellationToken));
    }
}
