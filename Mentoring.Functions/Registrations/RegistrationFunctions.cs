using Mentoring.Core.Schemes;
using Mentoring.Functions.Http;
using Mentoring.Functions.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Mentoring.Functions.Registrations;

/// <summary>The registration form and where it posts to.</summary>
public sealed class RegistrationFunctions(RegistrationIntake intake, RegistrationPages pages, Scheme scheme, ILogger<RegistrationFunctions> logger)
{
    [Function("Register")]
    public Task<IResult> RegisterAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/registrations")] HttpRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        intake.ReceiveAsync(request, new DurableWaker(client, logger), cancellation);

    /// <summary>From a form elsewhere, such as Microsoft Forms through Power Automate: ids of questions instead of names.</summary>
    [Function("RegisterByForms")]
    public Task<IResult> RegisterByFormsAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/registrations/forms")] HttpRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        intake.ReceiveByFormsAsync(request, new DurableWaker(client, logger), cancellation);

    [Function("AllowRegister")]
    public IResult Allow([HttpTrigger(AuthorizationLevel.Anonymous, "options", Route = "api/registrations")] HttpRequest request) =>
        CrossOrigin.Preflight(request, scheme, "POST");

    [Function("ShowForm")]
    public Task<IResult> ShowFormAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "register")] HttpRequest request, CancellationToken cancellation) =>
        pages.FormAsync(cancellation);

    [Function("ShowSnippet")]
    public Task<IResult> ShowSnippetAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "register/snippet")] HttpRequest request, CancellationToken cancellation) =>
        pages.SnippetAsync(cancellation);

    [Function("ShowThanks")]
    public Task<IResult> ShowThanksAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "register/thanks")] HttpRequest request, CancellationToken cancellation) =>
        pages.ThanksAsync(cancellation);
}
