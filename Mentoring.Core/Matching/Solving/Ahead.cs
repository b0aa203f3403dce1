using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Mentoring.Core.Matching.Solving;

/// <summary>Asks for memory before it is needed: what goes all over large arrays spends most of its time waiting for them.</summary>
internal static class Ahead
{
    /// <summary>How far ahead of what is read in order.</summary>
    private const int Far = 1024;

    private const int LineBytes = 64;

    /// <param name="index">Need not be within the array, because nothing is read.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Fetch<T>(T[] array, int index)
    {
        if (Sse.IsSupported) Sse.Prefetch0(Address(array, index));
    }

    /// <summary>Of an array that is read in order and only once: so it does not drive out what is needed again.</summary>
    /// <param name="start">Where so many entries are read now; far behind it as many are asked for.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void FetchOnce<T>(T[] array, int start, int count)
    {
        if (!Sse.IsSupported) return;
        for (var each = 0; each < count; each += LineBytes / Unsafe.SizeOf<T>()) Sse.PrefetchNonTemporal(Address(array, unchecked(start + each + Far)));
    }

    // Should the collector move the array meanwhile, only the asking was in vain.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void* Address<T>(T[] array, int index)
        => Unsafe.AsPointer(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(array), index));
}
