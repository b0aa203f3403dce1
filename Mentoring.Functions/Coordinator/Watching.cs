using Mentoring.Pages.Coordinator;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Coordinator;

/// <summary>Whether a page that shows work under way fetches itself again. Only where somebody asked for that, and only while there is something to see.</summary>
internal static class Watching
{
    public static bool Of(HttpRequest request, bool isRunning) => isRunning && request.Query[DeskVisit.Watch] == "yes";
}
