using System.IO.Compression;
using Mentoring.Functions.Ledger;
using Mentoring.Functions.Shell;

namespace Mentoring.Functions.Coordinator.Registrations;

/// <summary>Keeps an uploaded file in the ledger between its preview and its import, so that any instance can go on with it. A day later it is gone.</summary>
public sealed class StagedFiles(ILedger ledger, IIdentifiers identifiers, TimeProvider time)
{
    private const string HeadKind = "upload";
    private const string PieceKind = "upload-piece";
    private const int PieceLength = 300_000;

    private static readonly TimeSpan Life = TimeSpan.FromDays(1);

    /// <returns>Its id.</returns>
    public async Task<string> KeepAsync(string round, byte[] file, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        var id = identifiers.NewId(now);
        var pieces = Squeeze(file).Chunk(PieceLength).ToList();
        for (var number = 0; number < pieces.Count; number++)
            await CommitAsync(round, new RowWrite.Insert(PieceKey(round, id, number), LedgerJson.Write(new Piece(pieces[number]))), cancellation);
        await CommitAsync(round, new RowWrite.Insert(new RowKey(round, HeadKind, id), LedgerJson.Write(new Head(pieces.Count, now))), cancellation);
        return id;
    }

    /// <summary>When it was received; null where there is none, or not any more.</summary>
    /// <param name="evenIfOld">Also where it is older than a day and has not gone yet.</param>
    public async ValueTask<DateTimeOffset?> ReceivedAsync(string round, string id, bool evenIfOld, CancellationToken cancellation) =>
        LedgerGuard.IsPart(round) && LedgerGuard.IsPart(id) && await ledger.ReadAsync(new RowKey(round, HeadKind, id), cancellation) is { } row
            && row.As<Head>().At is var at && (evenIfOld || at + Life > time.GetUtcNow())
                ? at
                : null;

    /// <summary>A file that was received.</summary>
    public async Task<byte[]> ReadAsync(string round, string id, CancellationToken cancellation)
    {
        var head = (await ledger.ReadAsync(new RowKey(round, HeadKind, id), cancellation))!.As<Head>();
        using var squeezed = new MemoryStream();
        for (var number = 0; number < head.Pieces; number++)
            squeezed.Write((await ledger.ReadAsync(PieceKey(round, id, number), cancellation))!.As<Piece>().Bytes);
        return Unsqueeze(squeezed);
    }

    public async Task ForgetAsync(string round, string id, CancellationToken cancellation)
    {
        if (await ledger.ReadAsync(new RowKey(round, HeadKind, id), cancellation) is not { } row)
            return;
        for (var number = 0; number < row.As<Head>().Pieces; number++)
        {
            if (await ledger.ReadAsync(PieceKey(round, id, number), cancellation) is { } piece)
                await CommitAsync(round, new RowWrite.Delete(piece.Key, piece.Version), cancellation);
        }

        await CommitAsync(round, new RowWrite.Delete(row.Key, row.Version), cancellation);
    }

    /// <summary>Files that nobody went on with, of all rounds: they hold what people wrote. One that is being imported goes with its import.</summary>
    public async Task ForgetOldAsync(CancellationToken cancellation)
    {
        var old = await ledger.ListAsync(null, HeadKind, cancellation).Where(row => row.As<Head>().At + Life <= time.GetUtcNow()).Select(row => row.Key).ToListAsync(cancellation);
        foreach (var key in old)
        {
            if (await ledger.ReadAsync(ImportProgress.Key(key.Partition, key.Id), cancellation) is not { } import || !import.As<ImportProgress>().IsRunning)
                await ForgetAsync(key.Partition, key.Id, cancellation);
        }
    }

    private async Task CommitAsync(string round, RowWrite write, CancellationToken cancellation) =>
        await ledger.CommitAsync(new LedgerChange(round, identifiers.NewId(time.GetUtcNow()), [write], []), cancellation);

    private static RowKey PieceKey(string round, string id, int number) => new(round, PieceKind, FormattableString.Invariant($"{id}.{number}"));

    private static byte[] Squeeze(byte[] file)
    {
        using var squeezed = new MemoryStream();
        using (var brotli = new BrotliStream(squeezed, CompressionLevel.Fastest, leaveOpen: true))
            brotli.Write(file);
        return squeezed.ToArray();
    }

    private static byte[] Unsqueeze(MemoryStream squeezed)
    {
        squeezed.Position = 0;
        using var brotli = new BrotliStream(squeezed, CompressionMode.Decompress);
        using var file = new MemoryStream();
        brotli.CopyTo(file);
        return file.ToArray();
    }

    private sealed record Head(int Pieces, DateTimeOffset At);

    private sealed record Piece(byte[] Bytes);
}
