using System.Buffers;
using MessagePack;
using RpcWss.Protocol;

namespace RpcWss.Fuzz.Traffic;

/// <summary>A frame as its elements, each still encoded: one can be exchanged, lost or added, and the rest stays true.</summary>
internal sealed class FrameParts(FrameKind kind, List<byte[]> elements)
{
    public FrameKind Kind { get; } = kind;

    /// <summary>What stands behind the kind.</summary>
    public List<byte[]> Elements { get; } = elements;

    /// <summary>The frames of a message. Only for messages of a proper peer.</summary>
    public static List<FrameParts> Split(byte[] message)
    {
        var frames = new List<FrameParts>();
        var reader = new MessagePackReader(message);
        while (!reader.End)
        {
            int count = reader.ReadArrayHeader();
            var kind = (FrameKind)reader.ReadByte();
            var elements = new List<byte[]>();
            for (int element = 1; element < count; element++)
            {
                int start = (int)reader.Consumed;
                reader.Skip();
                elements.Add(message[start..(int)reader.Consumed]);
            }

            frames.Add(new FrameParts(kind, elements));
        }

        return frames;
    }

    public FrameParts Clone() => new(Kind, [.. Elements]);

    /// <summary>The number that an element is; null when it is none.</summary>
    public ulong? NumberAt(int index)
    {
        if (index >= Elements.Count)
        {
            return null;
        }

        var reader = new MessagePackReader(Elements[index]);
        return reader.NextMessagePackType == MessagePackType.Integer && Elements[index][0] is < 0x80 or (>= 0xcc and <= 0xcf) ? reader.ReadUInt64() : null;
    }

    public byte[] ToBytes()
    {
        var buffer = new ArrayBufferWriter<byte>(64);
        var writer = new MessagePackWriter(buffer);
        writer.WriteArrayHeader(Elements.Count + 1);
        writer.Write((byte)Kind);
        foreach (byte[] element in Elements)
        {
            writer.WriteRaw(element);
        }

        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>A number in its shortest form.</summary>
    public static byte[] Number(ulong value)
    {
        var buffer = new ArrayBufferWriter<byte>(9);
        var writer = new MessagePackWriter(buffer);
        writer.Write(value);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>A bin.</summary>
    public static byte[] Binary(ReadOnlySpan<byte> bytes)
    {
        var buffer = new ArrayBufferWriter<byte>(bytes.Length + 5);
        var writer = new MessagePackWriter(buffer);
        writer.Write(bytes);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }
}
