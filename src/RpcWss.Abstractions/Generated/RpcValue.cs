using System.Buffers;
using System.Runtime.CompilerServices;

namespace RpcWss.Generated;

/// <summary>Results that are a single number or truth value, by <see cref="RpcValueWriter"/> and <see cref="RpcValueReader"/>. Those of other types go the general way.</summary>
internal static class RpcValue
{
    /// <summary>Writes the value; false, and nothing is written, where the general way is to be taken.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryWrite<T>(IBufferWriter<byte> target, T value)
    {
        if (typeof(T) != typeof(int) && typeof(T) != typeof(long) && typeof(T) != typeof(double) && typeof(T) != typeof(bool))
        {
            return false;
        }

        var writer = new RpcValueWriter(target.GetSpan(RpcValueWriter.MaxValueLength));
        if (typeof(T) == typeof(int))
        {
            writer.Write(Unsafe.As<T, int>(ref value));
        }
        else if (typeof(T) == typeof(long))
        {
            writer.Write(Unsafe.As<T, long>(ref value));
        }
        else if (typeof(T) == typeof(double))
        {
            writer.Write(Unsafe.As<T, double>(ref value));
        }
        else
        {
            writer.Write(Unsafe.As<T, bool>(ref value));
        }

        target.Advance(writer.Length);
        return true;
    }

    /// <summary>Reads the value that the bytes are, all of them; false where the general way is to be taken.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead<T>(ReadOnlySpan<byte> bytes, out T value)
    {
        Unsafe.SkipInit(out value);
        var reader = new RpcValueReader(bytes);
        if (typeof(T) == typeof(int))
        {
            Unsafe.As<T, int>(ref value) = reader.ReadInt32();
        }
        else if (typeof(T) == typeof(long))
        {
            Unsafe.As<T, long>(ref value) = reader.ReadInt64();
        }
        else if (typeof(T) == typeof(double))
        {
            Unsafe.As<T, double>(ref value) = reader.ReadDouble();
        }
        else if (typeof(T) == typeof(bool))
        {
            Unsafe.As<T, bool>(ref value) = reader.ReadBoolean();
        }
        else
        {
            return false;
        }

        return reader.IsComplete;
    }
}
