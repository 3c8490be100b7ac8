using System.Runtime.CompilerServices;
using MessagePack;

namespace RpcWss.Generated;

public static partial class RpcFormat
{
    // A peer that announces more than it sends gets this much for nothing, whatever the size of an item.
    private const int FreeBytes = 64 * 1024;
    private const int MaximumUserKeys = 1024;

    /// <summary>How many items to make room for before the first of <paramref name="count"/> announced ones was read.</summary>
    public static int Capacity<T>(int count) => Math.Min(count, Math.Max(4, FreeBytes / Unsafe.SizeOf<T>()));

    /// <summary>An array for the first of <paramref name="count"/> announced items; see <see cref="Grow"/>.</summary>
    public static T[] NewArray<T>(int count) => count == 0 ? [] : new T[Capacity<T>(count)];

    /// <summary>Makes more room in an array that was filled, up to exactly <paramref name="count"/> items.</summary>
    public static void Grow<T>(ref T[] items, int count) => Array.Resize(ref items, (int)Math.Min(count, items.Length * 2L));

    /// <summary>Bounds a dictionary or set whose keys are hashed by code that a peer could make collide.</summary>
    /// <exception cref="MessagePackSerializationException">There are more than 1,024 entries.</exception>
    public static void LimitKeys(int count)
    {
        if (count > MaximumUserKeys)
        {
            throw new MessagePackSerializationException(
                $"A dictionary or set of {count} entries arrived; at most {MaximumUserKeys} are read where keys are not of a basic type (docs/diagnostics/RPCWSS038.md).");
        }
    }
}
