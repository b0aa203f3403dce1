using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Mentoring.Core.Matching.Solving;

/// <summary>Asks for memory before it is needed: what goes all over large arrays spends most of its time waiting for them.</summary>
internal static class Ahead
{
    /// <param name="index">Need not be within the array, because nothing is read.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Fetch<T>(T[] array, int index)
    {
        // Should the collector move the array meanwhile, only the asking was in vain.
        if (Sse.IsSupported) Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(array), index)));
    }
}
