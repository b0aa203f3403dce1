using Mentoring.Functions.Schemes;
using Mentoring.Pages;
using Mentoring.Pages.Forms;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Coordinator.Actions;

/// <summary>Records what the scheme does otherwise because of what its evaluation showed.</summary>
public sealed class ChangeActions(ActionDesk desk, SchemeChanges changes)
{
    private static readonly DeskAction Recording = new(
        "record-change", "scheme-change:new", null, "Record a change",
        ["What people say in reviews should change the scheme. Write down what you changed and why: it stands on the scheme’s page, so that those who answered see that it was read. Name nobody, and quote only what you have leave to quote."],
        Paths.Changes,
        [new("what", "What was changed", "One sentence, such as: Mentors get an introduction by video.", Type: "words"), new("because", "What had shown it", "One sentence, such as: Four in ten reviews asked for more guidance at the start.", Type: "words")],
        "Publish this change", Paths.Coordinator, FormState.Empty);

    public Task<IResult> ShowAsync(HttpRequest request, CancellationToken cancellation) => desk.ShowAsync(request, () => Task.FromResult<DeskAction?>(Recording), cancellation);

    public Task<IResult> RecordAsync(HttpRequest request, CancellationToken cancellation) => desk.ActAsync(
        request, () => Task.FromResult<DeskAction?>(Recording), fields => PairActions.Missing(fields, ("what", "Say what was changed."), ("because", "Say what had shown it.")), async fields =>
        {
            await changes.AddAsync(fields.First("what")!.Trim(), fields.First("because")!.Trim(), cancellation);
            return Results.NoContent();
        }, cancellation);

    public Task<IResult> ShowRemovalAsync(HttpRequest request, string id, CancellationToken cancellation) => desk.ShowAsync(request, () => RemovalAsync(id, cancellation), cancellation);

    public Task<IResult> RemoveAsync(HttpRequest request, string id, CancellationToken cancellation) => desk.ActAsync(request, () => RemovalAsync(id, cancellation), null, async _ =>
    {
        await changes.RemoveAsync(id, cancellation);
        return Results.NoContent();
    }, cancellation);

    private async Task<DeskAction?> RemovalAsync(string id, CancellationToken cancellation) => await changes.FindAsync(id, cancellation) is not { } change ? null : new DeskAction(
        "remove-change", "scheme-change:" + id, null, "Take a change off the list", [change.What, "It leaves the scheme’s page. The journal keeps that it was recorded, without its words."],
        Paths.Change(id), [], "Take it off the list", Paths.Coordinator, FormState.Empty);
}
