using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Mentoring.Functions.Coordinator.SigningIn;

/// <summary>Signing in at the coordinator's desk, and out.</summary>
public sealed class SignInFunctions(SignInPages pages)
{
    [Function("AskToSignIn")]
    public IResult Ask([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "coordinator/sign-in")] HttpRequest request) => pages.Ask();

    [Function("MailSignInLink")]
    public Task<IResult> AskedAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "coordinator/sign-in")] HttpRequest request, CancellationToken cancellation) =>
        pages.AskedAsync(request, cancellation);

    [Function("FollowSignInLink")]
    public Task<IResult> FollowAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "coordinator/sign-in/{token}")] HttpRequest request, string token, CancellationToken cancellation) =>
        pages.FollowAsync(request, token, cancellation);

    [Function("SignIn")]
    public Task<IResult> EnterAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "coordinator/sign-in/{token}")] HttpRequest request, string token, CancellationToken cancellation) =>
        pages.EnterAsync(request, token, cancellation);

    [Function("SignOut")]
    public Task<IResult> LeaveAsync([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "coordinator/sign-out")] HttpRequest request, CancellationToken cancellation) =>
        pages.LeaveAsync(request, cancellation);
}
