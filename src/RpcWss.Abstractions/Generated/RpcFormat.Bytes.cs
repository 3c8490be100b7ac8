using System.Buffers;
using MessagePack;

namespace RpcWss.Generated;

public static partial class RpcFormat
{
    /// <summary>Reads a byte string into an array; nil is null.</summary>
    public static byte[]? ReadByteArray(ref MessagePackReader reader) =>
        reader.ReadBytes() is { } bytes ? ToArray(bytes) : null;

    /// <summary>Writes a byte string; nil for a segment without an array.</summary>
    public static void WriteByteSegment(ref MessagePackWriter writer, ArraySegment<byte> value)
    {
        if (value.Array is null)
        {
            writer.WriteNil();
        }
        else
        {
            writer.Write(value.AsSpan());
        }
    }

    /// <summary>Reads a byte string; nil is a segment without an array.</summary>
    public static ArraySegment<byte> ReadByteSegment(ref MessagePackReader reader) =>
        reader.ReadBytes() is { } bytes ? new ArraySegment<byte>(ToArray(bytes)) : default;

    /// <summary>Writes a byte string that may lie in pieces.</summary>
    public static void WriteByteSequence(ref MessagePackWriter writer, ReadOnlySequence<byte> value)
    {
        writer.WriteBinHeader(checked((int)value.Length));
        writer.WriteRaw(value);
    }

    /// <summary>Reads a byte string into one piece; nil is an empty one.</summary>
    public static ReadOnlySequence<byte> ReadByteSequence(ref MessagePackReader reader) =>
        reader.ReadBytes() is { } bytes ? new ReadOnlySequence<byte>(ToArray(bytes)) : default;

    // Not cleared before it is filled.
    private static byte[] ToArray(in ReadOnlySequence<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return [];
        }

        byte[] array = GC.AllocateUninitializedArray<byte>((int)bytes.Length);
        bytes.CopyTo(array);
        return array;
    }
}
