using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mentoring.Core.Matching.Solving;

/// <summary>
/// Sorts about as many of the least keys as are wanted to the front and leaves the others as they come (selection by sampling, after
/// R. W. Floyd and R. L. Rivest, "Expected time bounds for selection", 1975; partition without branches).
/// </summary>
internal static class LeastFirst
{
    private const int Short = 16;

    /// <returns>How many keys at the front are in order; at least one.</returns>
    public static int Order<TKey>(Span<TKey> keys, int wanted)
        where TKey : unmanaged, IBinaryInteger<TKey>
    {
        var count = keys.Length <= Math.Max(Short, 2 * wanted) ? keys.Length : Partition(keys, LeastOfSample(keys, keys.Length / wanted));
        Sort(keys[..count]);
        return count;
    }

    /// <summary>About one in so many keys is less than the least of so many of them.</summary>
    private static TKey LeastOfSample<TKey>(Span<TKey> keys, int samples)
        where TKey : unmanaged, IBinaryInteger<TKey>
    {
        var stride = keys.Length / samples;
        var least = keys[0];
        for (var index = stride; index < keys.Length; index += stride) least = keys[index] < least ? keys[index] : least;
        return least;
    }

    public static int Partition<TKey>(Span<TKey> keys, TKey most)
        where TKey : unmanaged, IBinaryInteger<TKey>
    {
        ref var first = ref MemoryMarshal.GetReference(keys);
        nint front = 0;
        for (nint index = 0; index < keys.Length; index++)
        {
            var key = Unsafe.Add(ref first, index);
            Unsafe.Add(ref first, index) = Unsafe.Add(ref first, front);
            Unsafe.Add(ref first, front) = key;
            unchecked
            {
                front += key <= most ? 1 : 0;
            }
        }
        return (int)front;
    }

    private static void Sort<TKey>(Span<TKey> keys)
        where TKey : unmanaged, IBinaryInteger<TKey>
    {
        if (keys.Length > Short)
        {
            keys.Sort();
            return;
        }
        for (var index = 1; index < keys.Length; index++)
        {
            var key = keys[index];
            var position = index;
            for (; position > 0 && keys[position - 1] > key; position--) keys[position] = keys[position - 1];
            keys[position] = key;
        }
    }
}
