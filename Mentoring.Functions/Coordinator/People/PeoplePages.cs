using Mentoring.Core.Registrations;
using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
using Mentoring.Functions.Coordinator.SigningIn;
using Mentoring.Functions.Http;
using Mentoring.Pages;
using Mentoring.Pages.Coordinator;
using Mentoring.Pages.Coordinator.People;
using Mentoring.Pages.Forms;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Coordinator.People;

/// <summary>Finds people of a round.</summary>
public sealed class PeoplePages(DeskDoor door, RoundBooks books, Answers answers, Scheme scheme)
{
    private const int PeopleAPage = 50;
    private const int LongestQuestion = 200;

    public Task<IResult> ShowAsync(HttpRequest request, CancellationToken cancellation) => door.ShowAsync(request, async visitor =>
    {
        var rounds = await books.IdsAsync(cancellation);
        var (round, words, role, state) = (Asked(request, "round"), Asked(request, "q").Trim(), Asked(request, "role"), Asked(request, "state"));
        var chosen = rounds.Contains(round) ? round : rounds.Count > 0 ? rounds[0] : "";
        var book = chosen.Length == 0 ? null : await books.OpenAsync(chosen, cancellation);
        var found = book is null ? [] : Found(book, words, role, state);
        var path = $"{Paths.People}{QueryString.Create(new Dictionary<string, string?> { ["round"] = chosen, ["q"] = words, ["role"] = role, ["state"] = state })}";
        var list = PageOfList.At(path, request.Query["page"], found.Count, PeopleAPage);
        return answers.Page(new PeopleModel(
            scheme, visitor.Visit, rounds, PersonStates.All, FormState.Of(("round", chosen), ("q", words), ("role", role), ("state", state)), [.. list.Of(found).Select(person => Row(book!, person.Id, person.Entry))], list));
    }, cancellation);

    private static List<(string Id, Entry? Entry)> Found(RoundBook book, string words, string role, string state) =>
    [
        .. book.Once(() => new PeopleByName(book)).All
            .Where(person => words.Length == 0 || Says(person.Id, person.Entry, words))
            .Where(person => role.Length == 0 || PersonStates.RoleOf(person.Entry) == role)
            .Where(person => state.Length == 0 || PersonStates.Of(book, person.Id).Contains(state)),
    ];

    private static bool Says(string id, Entry? entry, string words) =>
        id == words || (entry is not null && ((string[])[entry.Name, entry.Email.Typed, entry.Institution]).Any(text => text.Contains(words, StringComparison.OrdinalIgnoreCase)));

    private PersonRow Row(RoundBook book, string id, Entry? entry) => new(
        id, entry?.Name ?? "(erased)", entry?.Institution ?? "", PersonStates.RoleOf(entry), PersonStates.Of(book, id),
        Registration.ReceivedAtOf(book.Registrations[id]) is { } at ? LocalInstant.At(at, scheme.TimeZone) : null);

    private static string Asked(HttpRequest request, string name) => request.Query[name].ToString() is { Length: <= LongestQuestion } value ? value : "";
}
