using System.Collections.Concurrent;

namespace RpcWss.Connections;

/// <summary>
/// Arrays for messages with a payload of 64 KiB and what goes with it. The array pool has only powers of two, of which the next is a large object. Thread-safe.
/// </summary>
internal static class MessagePool
{
    /// <summary>The length of each array.</summary>
    public const int Size = 72 * 1024;

    private const int MaxKept = 128;

    private static readonly ConcurrentStack<byte[]> _kept = new();

    public static byte[] Rent() => _kept.TryPop(out byte[]? array) ? array : GC.AllocateUninitializedArray<byte>(Size);

    public static void Return(byte[] array)
    {
        if (_kept.Count < MaxKept)
        {
            _kept.Push(array);
        }
    }
}
