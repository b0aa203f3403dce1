using System.Collections.Concurrent;
using Mentoring.Core.People;
using Mentoring.Core.Registrations;
using Mentoring.Core.Rounds;
using Mentoring.Core.Schemes;
using Mentoring.Functions.Coordinator.Actions;
using Mentoring.Functions.Coordinator.People;
using Mentoring.Functions.Coordinator.SigningIn;
using Mentoring.Functions.Http;
using Mentoring.Functions.Memberships;
using Mentoring.Functions.Registrations;
using Mentoring.Functions.Shell;
using Mentoring.Pages;
using Mentoring.Pages.Coordinator.Actions;
using Mentoring.Pages.Coordinator.Registrations;
using Microsoft.AspNetCore.Http;

namespace Mentoring.Functions.Coordinator.Registrations;

/// <summary>Takes a file of registrations: first everything that is in it and wrong with it, then, when the coordinator says so, what is right.</summary>
public sealed class UploadPages(DeskDoor door, DeskLog log, StagedFiles files, RegistrationBook book, MembershipDoor memberships, LedgerReader reader, Answers answers, Scheme scheme, TimeProvider time)
{
    /// <summary>Faults that a page holds.</summary>
    private const int MostFaults = 150;

    private const int FirstRows = 15;

    /// <summary>Entered at the same time: the ledger puts changes of one round in a row anyway, and this keeps it busy.</summary>
    private const int AtOnce = 16;

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
        if (plan.Window(scheme.Contact.Email).Refusal(time.GetUtcNow()) is { } closed)
            return Ask(visitor, plan, closed.Message, StatusCodes.Status410Gone);
        await log.EnterAsync(id, "upload", "round:" + id, visitor.Who, cancellation);
        return Answers.SeeOther(Paths.Round(id, $"upload/{await files.KeepAsync(id, file, cancellation)}"));
    }

    public Task<IResult> PreviewAsync(HttpRequest request, string id, string file, CancellationToken cancellation) => door.ShowAsync(request, async visitor =>
        await files.FindAsync(id, file, cancellation) is { } found ? await PreviewAsync(visitor, id, file, Read(found), [], StatusCodes.Status200OK, cancellation) : answers.Problem(request, NoFile), cancellation);

    /// <summary>Enters every row that is right, each as its own registration. Cut off, it is done again from the start: who is in stays as they are.</summary>
    public Task<IResult> ImportAsync(HttpRequest request, string id, string file, IWaker waker, CancellationToken cancellation) => door.ActAsync(request, async (visitor, fields) =>
    {
        if (await PlanAsync(id, cancellation) is not { } plan || await files.FindAsync(id, file, cancellation) is not { } found)
            return answers.Problem(request, NoFile);
        var read = Read(found);
        if (fields.First(DeskActionModel.Confirm) != "yes" || !MayImport(read))
            return await PreviewAsync(visitor, id, file, read, [], StatusCodes.Status422UnprocessableEntity, cancellation);

        await log.EnterAsync(id, "import", "upload:" + file, visitor.Who, cancellation);
        var refused = new ConcurrentBag<FaultRow>();
        await Parallel.ForEachAsync(read.Rows, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (row, stop) =>
        {
            var (membership, refusal) = await memberships.AskAsync(row.Form.Entry, stop);
            if (refusal is not null)
                refused.Add(new FaultRow(row.Line, RegistrationFields.MembershipNumber, refusal));
            else if (await book.EnterAsync(plan, row.Form, found.ReceivedAt, membership, Actor.Coordinator, waker, stop) is (Outcome.Refused no, _))
                refused.Add(new FaultRow(row.Line, FileFault.WholeRow, no.Reason.Message));
        });
        if (!refused.IsEmpty)
            return await PreviewAsync(visitor, id, file, read, [.. refused.OrderBy(row => row.Line).Take(MostFaults)], StatusCodes.Status409Conflict, cancellation);
        await files.ForgetAsync(id, file, cancellation);
        return Answers.SeeOther($"{Paths.Round(id)}?{DoneWords.Field}=import");
    }, cancellation);

    private IResult Ask(DeskVisitor visitor, RoundPlan plan, string? trouble, int status) =>
        answers.Page(new UploadModel(scheme, visitor.Visit, plan.Id, plan.Deadline.ToString(), [.. RegistrationFields.Required], UploadForm.MostMebibytes, trouble), status);

    private async Task<IResult> PreviewAsync(
        DeskVisitor visitor, string round, string file, (IReadOnlyList<RegistrationRow> Rows, IReadOnlyList<FileFault> Faults) read, IReadOnlyList<FaultRow> refused, int status, CancellationToken cancellation)
    {
        var known = 0;
        foreach (var row in read.Rows)
            known += await reader.RowAsync<PersonIndex>(PersonIndex.Key(round, row.Form.Entry.Email.Person), cancellation) is null ? 0 : 1;
        return answers.Page(new PreviewModel(
            scheme, visitor.Visit, round, Paths.Round(round, $"upload/{file}"),
            [.. read.Faults.Take(MostFaults).Select(fault => new FaultRow(fault.Line, fault.Column, fault.Message))], Math.Max(0, read.Faults.Count - MostFaults), read.Faults.Select(fault => fault.Line).Distinct().Count(),
            read.Rows.Count - known, known, [.. read.Rows.Take(FirstRows).Select(row => new UploadedRow(row.Line, row.Form.Entry.Name, row.Form.Entry.Institution, PersonStates.RoleOf(row.Form.Entry)))],
            MayImport(read), refused), status);
    }

    private (IReadOnlyList<RegistrationRow> Rows, IReadOnlyList<FileFault> Faults) Read((byte[] File, DateTimeOffset ReceivedAt) found)
    {
        using var stream = new MemoryStream(found.File, writable: false);
        return RegistrationFile.Read(stream, scheme, found.ReceivedAt);
    }

    /// <summary>A file of which reading stopped is not what it seems.</summary>
    private static bool MayImport((IReadOnlyList<RegistrationRow> Rows, IReadOnlyList<FileFault> Faults) read) =>
        read.Rows.Count > 0 && read.Faults.All(fault => fault.Column != FileFault.WholeFile);

    private async ValueTask<RoundPlan?> PlanAsync(string id, CancellationToken cancellation) => Round.PlanOf(await reader.StateAsync(Stages.Rounds, id, id, cancellation));
}
