using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Functions.Coordinator.People;
using Mentoring.Functions.Coordinator.SigningIn;
using Mentoring.Functions.Http;
using Mentoring.Functions.Shell;
using Mentoring.Pages;
using Mentoring.Pages.Coordinator;
using Mentoring.Pages.Coordinator.Actions;
using Mentoring.Pages.Coordinator.Registrations;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Coordinator.Registrations;

/// <summary>Takes a file of registrations: first everything that is in it and wrong with it, then, when the coordinator says so, what is right, and how far that has come.</summary>
public sealed class UploadPages(DeskDoor door, DeskLog log, StagedFiles staged, UploadedFiles files, ImportBook imports, RoundBooks books, LedgerReader reader, Answers answers, Scheme scheme, TimeProvider time)
{
    /// <summary>Faults that a page holds.</summary>
    private const int MostFaults = 150;

    private const int FirstRows = 15;

    private static readonly Problem NoRound = new(StatusCodes.Status404NotFound, "round-unknown", "There is no such round.");
    private static readonly Problem NoFile = new(StatusCodes.Status404NotFound, "file-unknown", "This file is not kept any more: it was imported, or is older than a day. Upload it again.");

    public Task<IResult> AskAsync(HttpRequest request, string id, CancellationToken cancellation) => door.ShowAsync(request, async visitor =>
        await PlanAsync(id, cancellation) is { } plan ? Ask(visitor, plan, null, StatusCodes.Status200OK) : answers.Problem(request, NoRound), cancellation);

    public async Task<IResult> ReceiveAsync(HttpRequest request, string id, CancellationToken cancellation)
    {
        if (answers.RefuseForeign(request) is { } foreign)
            return foreign;
        if (await PlanAsync(id, cancellation) is not { } plan)
            return answers.Problem(request, NoRound);
        var (token, file, problem) = await UploadForm.ReadAsync(request, cancellation);
        if (problem is not null)
            return answers.Problem(request, problem);
        var (visitor, refusal) = await door.AdmitAsync(request, token, cancellation);
        if (visitor is null)
            return refusal!;
        if (file is null or { Length: 0 })
            return Ask(visitor, plan, "Choose a file that is not empty.", StatusCodes.Status422UnprocessableEntity);
        if (plan.Window(scheme).Refusal(time.GetUtcNow()) is { } closed)
            return Ask(visitor, plan, closed.Message, StatusCodes.Status410Gone);
        await log.EnterAsync(id, "upload", "round:" + id, visitor.Who, cancellation);
        return Answers.SeeOther(Paths.Round(id, $"upload/{await staged.KeepAsync(id, file, cancellation)}"));
    }

    /// <summary>What is in the file; once it is being imported, how far that has come.</summary>
    public Task<IResult> PreviewAsync(HttpRequest request, string id, string file, CancellationToken cancellation) => door.ShowAsync(request, async visitor =>
    {
        if (await imports.FindAsync(id, file, cancellation) is { } progress)
            return answers.Page(ImportOf(request, visitor, id, file, progress));
        return await files.FindAsync(id, file, evenIfOld: false, cancellation) is { } found && await books.OpenAsync(id, cancellation) is { } book
            ? Preview(visitor, book, file, found, StatusCodes.Status200OK)
            : answers.Problem(request, NoFile);
    }, cancellation);

    /// <summary>Has the import begin; pressed again, it shows the same import.</summary>
    public Task<IResult> ImportAsync(HttpRequest request, string id, string file, IWaker waker, CancellationToken cancellation) => door.ActAsync(request, async (visitor, fields) =>
    {
        if (await imports.FindAsync(id, file, cancellation) is null)
        {
            if (await books.OpenAsync(id, cancellation) is not { } book || await files.FindAsync(id, file, evenIfOld: false, cancellation) is not { } found)
                return answers.Problem(request, NoFile);
            if (fields.First(DeskActionModel.Confirm) != "yes" || !found.MayBeImported)
                return Preview(visitor, book, file, found, StatusCodes.Status422UnprocessableEntity);
            await log.EnterAsync(id, "import", "upload:" + file, visitor.Who, cancellation);
            await imports.BeginAsync(id, file, found.Rows.Count, waker, cancellation);
        }

        return Answers.SeeOther($"{Paths.Round(id, $"upload/{file}")}?{DeskVisit.Watch}=yes");
    }, cancellation);

    private IResult Ask(DeskVisitor visitor, RoundPlan plan, string? trouble, int status) =>
        answers.Page(new UploadModel(scheme, visitor.Visit, plan.Id, WindowOf(plan), [.. RegistrationFields.Required], UploadForm.MostMebibytes, trouble), status);

    private string WindowOf(RoundPlan plan)
    {
        var now = time.GetUtcNow();
        if (!plan.Opens.HasPassed(now))
            return $"Registration opens at {plan.Opens.WordsIn(scheme.TimeZone)}: no file is taken before.";
        return plan.Closes switch
        {
            null => "Registration is open at any time.",
            var closes when closes.HasPassed(now) => $"Registration closed at {closes.WordsIn(scheme.TimeZone)}: no file is taken any more.",
            var closes => $"Registration is open until {closes.WordsIn(scheme.TimeZone)}.",
        };
    }

    private ImportModel ImportOf(HttpRequest request, DeskVisitor visitor, string round, string file, ImportProgress progress) => new(
        scheme, visitor.Visit, round, Paths.Round(round, $"upload/{file}"), progress.Done, progress.All, progress.Taken, progress.IsRunning, Watching.Of(request, progress.IsRunning),
        [.. progress.Refused.Select(row => new FaultRow(row.Line, row.Column, row.Words))], progress.MoreRefused);

    private IResult Preview(DeskVisitor visitor, RoundBook book, string file, UploadedFile found, int status)
    {
        var people = book.Once(() => new PeopleOfRound(book));
        var (known, left) = (found.People.Count(people.Have), found.People.Count(people.Lost));
        return answers.Page(new PreviewModel(
            scheme, visitor.Visit, book.Id, Paths.Round(book.Id, $"upload/{file}"),
            [.. found.Faults.Take(MostFaults).Select(fault => new FaultRow(fault.Line, fault.Column, fault.Message))], Math.Max(0, found.Faults.Count - MostFaults), found.Faults.Select(fault => fault.Line).Distinct().Count(),
            found.Rows.Count - known - left, known, left, [.. found.Rows.Where(row => !people.Lost(row.Form.Entry.Email.Person)).Take(FirstRows).Select(row => new UploadedRow(row.Line, row.Form.Entry.Name, row.Form.Entry.Institution, PersonStates.RoleOf(row.Form.Entry)))],
            found.MayBeImported && left < found.Rows.Count), status);
    }

    private async ValueTask<RoundPlan?> PlanAsync(string id, CancellationToken cancellation) => Round.PlanOf(await reader.StateAsync(Stages.Rounds, id, id, cancellation));
}
