using System.Buffers;

namespace Mentoring.Core.Matching.Solving;

/// <summary>
/// Arrays that one solve needs, lent by the pool: the system hands out fresh ones page by page, and with many people that took as long as
/// the searches themselves. None may be in the result.
/// </summary>
internal sealed class Scratch : IDisposable
{
    private readonly List<Action> returns = [];

    /// <param name="length">The array may be longer.</param>
    /// <returns>Holds whatever was in it before.</returns>
    public T[] Any<T>(int length)
        where T : unmanaged
    {
        var array = ArrayPool<T>.Shared.Rent(length);
        returns.Add(() => ArrayPool<T>.Shared.Return(array));
        return array;
    }

    /// <param name="length">So many are zero; the array may be longer.</param>
    public T[] Zeros<T>(int length)
        where T : unmanaged
    {
        var array = Any<T>(length);
        array.AsSpan(0, length).Clear();
        return array;
    }

    public void Dispose()
    {
        foreach (var giveBack in returns) giveBack();
        returns.Clear();
    }
}
