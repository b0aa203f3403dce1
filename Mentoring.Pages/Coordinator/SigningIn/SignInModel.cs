using Mentoring.Core.Schemes;
using Mentoring.Pages.Forms;

namespace Mentoring.Pages.Coordinator.SigningIn;

/// <summary>Asks a coordinator for their address.</summary>
public sealed record SignInModel(Scheme Scheme, FormState Form) : PageModel<SignInPage>(Scheme);

/// <summary>The same for every address, known or not.</summary>
/// <param name="Minutes">How long the link works.</param>
public sealed record LinkMailedModel(Scheme Scheme, int Minutes) : PageModel<LinkMailedPage>(Scheme);

/// <summary>What the link in the mail opens.</summary>
/// <param name="Action">Where the button posts to.</param>
public sealed record SignInLinkModel(Scheme Scheme, string Action) : PageModel<SignInLinkPage>(Scheme);

/// <summary>Keeps what was typed into a form that could not act: its session was over, or it was opened before the session began.</summary>
/// <param name="Action">Where the form posts to.</param>
/// <param name="FormToken">Of whoever is signed in by now; null for nobody.</param>
public sealed record SendAgainModel(Scheme Scheme, string Action, FormState Form, string? FormToken) : PageModel<SendAgainPage>(Scheme);
