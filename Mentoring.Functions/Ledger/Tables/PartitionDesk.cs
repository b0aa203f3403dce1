namespace Mentoring.Functions.Ledger.Tables;

/// <summary>Where this process keeps its own commits to one partition from racing each other, and what it last saw of the partition's head.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "It lives as long as the process, and its semaphore holds no handle.")]
internal sealed class PartitionDesk
{
    private readonly SemaphoreSlim _turn = new(1, 1);

    /// <summary>Null where it must be read. Only to be used in turn.</summary>
    public PartitionHead? Head { get; set; }

    /// <summary>Whether this process knows that the partition is on the list of partitions.</summary>
    public bool IsListed { get; set; }

    public async Task<T> InTurnAsync<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            return await work();
        }
        finally
        {
            _turn.Release();
        }
    }
}
