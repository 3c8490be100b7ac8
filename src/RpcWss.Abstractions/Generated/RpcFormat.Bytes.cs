using System.Buffers;
using System.Buffers.Binary;
using MessagePack;

namespace RpcWss.Generated;

public static partial class RpcFormat
{
    // MessagePack's writer asks for memory of the whole length at once, and copies at a stretch. A long byte string is written and read in pieces of this size, and
    // whatever else waits for the processor has its turn between them: where memory is new they cost milliseconds a mebibyte.
    private const int BytesPiece = 16 * 1024;
    private const int LongRead = 128 * 1024;

    /// <summary>Reads a byte string into an array; nil is null.</summary>
    public static byte[]? ReadByteArray(ref MessagePackReader reader) =>
        reader.ReadBytes() is { } bytes ? ToArray(bytes) : null;

    /// <summary>Writes a byte string; null is nil.</summary>
    public static void WriteByteArray(ref MessagePackWriter writer, byte[]? value)
    {
        if (value is null)
        {
            writer.WriteNil();
        }
        else
        {
            WriteBytes(ref writer, value);
        }
    }

    /// <summary>Writes a byte string. A long one is written in pieces: it takes no memory in one piece of its length.</summary>
    public static void WriteBytes(ref MessagePackWriter writer, ReadOnlySpan<byte> value)
    {
        if (value.Length <= BytesPiece)
        {
            writer.Write(value);
            return;
        }

        WriteLongHeader(ref writer, value.Length, MessagePackCode.Bin16, MessagePackCode.Bin32);
        WritePieces(ref writer, value);
    }

    /// <summary>Writes a byte string; nil for a segment without an array.</summary>
    public static void WriteByteSegment(ref MessagePackWriter writer, ArraySegment<byte> value)
    {
        if (value.Array is null)
        {
            writer.WriteNil();
        }
        else
        {
            WriteBytes(ref writer, value.AsSpan());
        }
    }

    /// <summary>Reads a byte string; nil is a segment without an array.</summary>
    public static ArraySegment<byte> ReadByteSegment(ref MessagePackReader reader) =>
        reader.ReadBytes() is { } bytes ? new ArraySegment<byte>(ToArray(bytes)) : default;

    /// <summary>Writes a byte string that may lie in pieces.</summary>
    public static void WriteByteSequence(ref MessagePackWriter writer, ReadOnlySequence<byte> value)
    {
        int length = checked((int)value.Length);
        if (length <= BytesPiece)
        {
            writer.WriteBinHeader(length);
            writer.WriteRaw(value);
            return;
        }

        WriteLongHeader(ref writer, length, MessagePackCode.Bin16, MessagePackCode.Bin32);
        foreach (ReadOnlyMemory<byte> memory in value)
        {
            WritePieces(ref writer, memory.Span);
        }
    }

    /// <summary>Reads a byte string into one piece; nil is an empty one.</summary>
    public static ReadOnlySequence<byte> ReadByteSequence(ref MessagePackReader reader) =>
        reader.ReadBytes() is { } bytes ? new ReadOnlySequence<byte>(ToArray(bytes)) : default;

    // As WriteBinHeader and WriteStringHeader, which ask for memory for what follows as well.
    private static void WriteLongHeader(ref MessagePackWriter writer, int length, byte code16, byte code32)
    {
        Span<byte> header = writer.GetSpan(5);
        if (length <= ushort.MaxValue)
        {
            header[0] = code16;
            BinaryPrimitives.WriteUInt16BigEndian(header[1..], (ushort)length);
            writer.Advance(3);
        }
        else
        {
            header[0] = code32;
            BinaryPrimitives.WriteInt32BigEndian(header[1..], length);
            writer.Advance(5);
        }
    }

    // The writer's memory sees to the turns of others.
    private static void WritePieces(ref MessagePackWriter writer, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length > BytesPiece; bytes = bytes[BytesPiece..])
        {
            writer.WriteRaw(bytes[..BytesPiece]);
        }

        writer.WriteRaw(bytes);
    }

    // Not cleared before it is filled.
    private static byte[] ToArray(in ReadOnlySequence<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return [];
        }

        byte[] array = GC.AllocateUninitializedArray<byte>((int)bytes.Length);
        if (array.Length > LongRead)
        {
            CopyInTurns(bytes, array);
        }
        else
        {
            bytes.CopyTo(array);
        }

        return array;
    }

    private static void CopyInTurns(in ReadOnlySequence<byte> bytes, Span<byte> destination)
    {
        foreach (ReadOnlyMemory<byte> memory in bytes)
        {
            for (ReadOnlySpan<byte> left = memory.Span; left.Length > 0;)
            {
                int count = Math.Min(left.Length, BytesPiece);
                left[..count].CopyTo(destination);
                destination = destination[count..];
                left = left[count..];
                Thread.Yield();
            }
        }
    }
}
