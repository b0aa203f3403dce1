using Mentoring.Core.Schemes;
using Mentoring.Functions.Registrations;

namespace Mentoring.Functions.Coordinator.Registrations;

/// <summary>What is in an uploaded file.</summary>
public sealed record UploadedFile(DateTimeOffset ReceivedAt, IReadOnlyList<RegistrationRow> Rows, IReadOnlyList<FileFault> Faults)
{
    /// <summary>Who stands in the rows; see <see cref="Core.People.EmailAddress.Person"/>.</summary>
    public IReadOnlyList<string> People { get; } = [.. Rows.Select(row => row.Form.Entry.Email.Person)];

    /// <summary>A file of which reading stopped is not what it seems.</summary>
    public bool MayBeImported => Rows.Count > 0 && Faults.All(fault => fault.Column != FileFault.WholeFile);
}

/// <summary>Reads uploaded files. The last stays as it was read: it is looked into, then imported in many pieces, and never changes.</summary>
public sealed class UploadedFiles(StagedFiles files, Scheme scheme)
{
    private Kept? _last;

    /// <summary>Null where there is none, or not any more.</summary>
    /// <param name="evenIfOld">For an import that began in time.</param>
    public async Task<UploadedFile?> FindAsync(string round, string id, bool evenIfOld, CancellationToken cancellation)
    {
        if (await files.ReceivedAsync(round, id, evenIfOld, cancellation) is not { } received)
            return null;
        if (_last is { } kept && kept.Round == round && kept.Id == id)
            return kept.File;
        using var stream = new MemoryStream(await files.ReadAsync(round, id, cancellation), writable: false);
        var (rows, faults) = RegistrationFile.Read(stream, scheme, received);
        var file = new UploadedFile(received, rows, faults);
        _last = new Kept(round, id, file);
        return file;
    }

    public async Task ForgetAsync(string round, string id, CancellationToken cancellation)
    {
        if (_last is { } kept && kept.Round == round && kept.Id == id)
            _last = null;
        await files.ForgetAsync(round, id, cancellation);
    }

    private sealed record Kept(string Round, string Id, UploadedFile File);
}
