using System.Globalization;
using System.Text.Json;
using Mentoring.Core.Schemes;
using Mentoring.Core.Time;
using Mentoring.Functions.Coordinator.SigningIn;
using Mentoring.Functions.Http;
using Mentoring.Functions.Settings;
using Mentoring.Functions.Shell;
using Mentoring.Pages.Coordinator.Settings;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Coordinator;

/// <summary>Shows every setting of the scheme as it was read. There are no secrets among them.</summary>
public sealed class SettingsPages(DeskDoor door, CoordinatorAddresses coordinators, Answers answers, Scheme scheme, Site site)
{
    public Task<IResult> ShowAsync(HttpRequest request, CancellationToken cancellation) => door.ShowAsync(request, visitor => Task.FromResult(answers.Page(new SettingsModel(
        scheme, visitor.Visit, [.. Leaves("", JsonSerializer.SerializeToElement(scheme, LedgerJson.Options))], coordinators.All, site.Address.AbsoluteUri))), cancellation);

    private static IEnumerable<(string Path, string Value)> Leaves(string path, JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object when element.TryGetProperty("wall", out _) => [(path, element.Deserialize<LocalInstant>(LedgerJson.Options) is { IsNever: false } at ? at.ToString() : "none")],
        JsonValueKind.Object => element.EnumerateObject().Where(property => property.Name is not ("code" or "id")).SelectMany(property => Leaves(path.Length == 0 ? property.Name : $"{path}.{property.Name}", property.Value)),
        JsonValueKind.Array when element.EnumerateArray().All(item => item.ValueKind is not (JsonValueKind.Object or JsonValueKind.Array)) => [(path, element.GetArrayLength() == 0 ? "none" : string.Join(", ", element.EnumerateArray().Select(item => item.ToString())))],
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, number) => Leaves($"{path}[{NameOf(item, number)}]", item)),
        JsonValueKind.True => [(path, "yes")],
        JsonValueKind.False => [(path, "no")],
        _ => [(path, element.ToString())],
    };

    /// <summary>What has a code or an id goes by it.</summary>
    private static string NameOf(JsonElement item, int number) =>
        item.TryGetProperty("code", out var code) || item.TryGetProperty("id", out code) ? code.ToString() : number.ToString(CultureInfo.InvariantCulture);
}
