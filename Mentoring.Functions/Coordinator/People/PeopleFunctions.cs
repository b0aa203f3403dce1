using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Mentoring.Functions.Coordinator.People;

/// <summary>People and their stories.</summary>
public sealed class PeopleFunctions(PeoplePages people, StoryPages stories)
{
    [Function("ShowPeople")]
    public Task<IResult> PeopleAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "coordinator/people")] HttpRequest request, CancellationToken cancellation) =>
        people.ShowAsync(request, cancellation);

    [Function("ShowStory")]
    public Task<IResult> StoryAsync([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "coordinator/people/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        stories.ShowAsync(request, id, cancellation);
}
