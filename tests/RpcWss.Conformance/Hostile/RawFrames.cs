using System.Buffers;
using System.Text;
using MessagePack;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Hostile;

/// <summary>Frames as bytes, for a peer played by hand.</summary>
internal static class RawFrames
{
    public static byte[] Hello(PeerRole role, ProtocolLimits limits)
    {
        byte[] frame = new byte[HelloFrame.MaxLength(0, 0, 0)];
        return frame[..HelloFrame.Write(frame, role, limits)];
    }

    /// <summary>A CALL with its arguments inline. <paramref name="name"/> assigns the method's number.</summary>
    public static byte[] Call(
        ulong id, int method, string? name = null, CallFlags flags = 0, byte[]? arguments = null, ulong deadline = 0, byte[]? metadata = null, ulong parent = 0,
        ulong credit = 0)
    {
        arguments ??= Arguments();
        byte[] utf8 = Encoding.UTF8.GetBytes(name ?? "");
        byte[] frame = new byte[CallFrame.MaxHeaderLength(utf8.Length, metadata?.Length ?? 0, 0) + arguments.Length];
        int header = CallFrame.WriteHeader(frame, id, method, All(flags, name, metadata, parent), deadline, utf8, 0, metadata, parent, credit, default, arguments.Length);
        arguments.CopyTo(frame, header);
        return frame[..(header + arguments.Length)];
    }

    /// <summary>A CALL whose arguments are announced.</summary>
    public static byte[] AnnouncedCall(ulong id, int method, ulong length, string? name = null, CallFlags flags = 0)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(name ?? "");
        byte[] frame = new byte[CallFrame.MaxHeaderLength(utf8.Length, 0, 0)];
        return frame[..CallFrame.WriteAnnouncedHeader(frame, id, method, All(flags, name, null, 0), 0, utf8, 0, default, 0, 0, default, length)];
    }

    public static byte[] Chunk(ulong id, byte[] bytes, int stream = 0)
    {
        byte[] frame = new byte[ChunkFrame.MaxHeaderLength + bytes.Length];
        int header = ChunkFrame.WriteHeader(frame, id, stream, bytes.Length);
        bytes.CopyTo(frame, header);
        return frame[..(header + bytes.Length)];
    }

    /// <summary>A STATUS with an inline result, or without.</summary>
    public static byte[] Status(ulong id, RpcStatusCode code = RpcStatusCode.OK, byte[]? result = null, byte[]? trailers = null)
    {
        byte[] frame = new byte[StatusFrame.MaxHeaderLength(0, 0, trailers?.Length ?? 0) + (result?.Length ?? 0)];
        StatusFlags flags = trailers is null ? 0 : StatusFlags.Trailers;
        int header = StatusFrame.WriteHeader(frame, id, (int)code, flags, default, default, trailers, result?.Length ?? -1);
        result?.CopyTo(frame, header);
        return frame[..(header + (result?.Length ?? 0))];
    }

    public static byte[] Headers(ulong id, byte[] metadata)
    {
        byte[] frame = new byte[HeadersFrame.MaxLength(metadata.Length)];
        return frame[..HeadersFrame.Write(frame, id, metadata)];
    }

    public static byte[] Item(ulong id, int stream, byte[] item)
    {
        byte[] frame = new byte[ItemFrame.MaxHeaderLength + item.Length];
        int header = ItemFrame.WriteHeader(frame, id, stream, item.Length);
        item.CopyTo(frame, header);
        return frame[..(header + item.Length)];
    }

    public static byte[] AnnouncedItem(ulong id, int stream, ulong length)
    {
        byte[] frame = new byte[ItemFrame.MaxHeaderLength];
        return frame[..ItemFrame.WriteAnnounced(frame, id, stream, length)];
    }

    public static byte[] End(ulong id, int stream)
    {
        byte[] frame = new byte[EndFrame.MaxLength(0)];
        return frame[..EndFrame.Write(frame, id, stream)];
    }

    public static byte[] Cancel(ulong id, RpcStatusCode code = RpcStatusCode.Cancelled, int stream = -1)
    {
        byte[] frame = new byte[CancelFrame.MaxLength];
        return frame[..CancelFrame.Write(frame, id, (int)code, stream)];
    }

    public static byte[] Credit(ulong id, int bytes, int stream = 0)
    {
        byte[] frame = new byte[CreditFrame.MaxLength];
        return frame[..CreditFrame.Write(frame, id, stream, bytes)];
    }

    public static byte[] Ping(ulong value)
    {
        byte[] frame = new byte[PingFrame.MaxLength];
        return frame[..PingFrame.Write(frame, value)];
    }

    public static byte[] GoAway(ulong lastId, GoAwayCode code)
    {
        byte[] frame = new byte[GoAwayFrame.MaxLength(0)];
        return frame[..GoAwayFrame.Write(frame, lastId, code, default, 0)];
    }

    /// <summary>Metadata of text values, as it stands in a frame.</summary>
    public static byte[] Metadata(params (string Key, string Value)[] entries) => MessagePackOf((ref MessagePackWriter writer) =>
    {
        writer.WriteArrayHeader(2 * entries.Length);
        foreach (var (key, value) in entries)
        {
            writer.Write(key);
            writer.Write(value);
        }
    });

    /// <summary>An argument list of numbers.</summary>
    public static byte[] Arguments(params int[] values) => MessagePackOf((ref MessagePackWriter writer) =>
    {
        writer.WriteArrayHeader(values.Length);
        foreach (int value in values)
        {
            writer.Write(value);
        }
    });

    /// <summary>An argument list of one text.</summary>
    public static byte[] TextArguments(string text) => MessagePackOf((ref MessagePackWriter writer) =>
    {
        writer.WriteArrayHeader(1);
        writer.Write(text);
    });

    private static CallFlags All(CallFlags flags, string? name, byte[]? metadata, ulong parent) =>
        flags | (name is null ? 0 : CallFlags.Name) | (metadata is null ? 0 : CallFlags.Metadata) | (parent == 0 ? 0 : CallFlags.Parent);

    private static byte[] MessagePackOf(Writing write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(buffer);
        write(ref writer);
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private delegate void Writing(ref MessagePackWriter writer);
}
