namespace Mentoring.Pages.Coordinator;

/// <summary>What pages of the desk need to know of who looks at them.</summary>
/// <param name="FormToken">Goes with every form, and shows that whoever is signed in sent it from our own page.</param>
/// <param name="CanSignOut">False at the machine itself, where nobody signs in.</param>
/// <param name="Notice">What was just done; null where nothing was.</param>
public sealed record DeskVisit(string FormToken, bool CanSignOut, string? Notice = null)
{
    /// <summary>Name of the hidden field.</summary>
    public const string Field = "desk";

    /// <summary>Name of the query's parameter by which somebody asks that a page of work under way keeps itself up to date.</summary>
    public const string Watch = "watch";
}
