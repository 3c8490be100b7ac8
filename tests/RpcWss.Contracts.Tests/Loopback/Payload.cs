using System.Buffers;
using MessagePack;
using RpcWss.Generated;

namespace RpcWss.Contracts.Tests.Loopback;

/// <summary>One value as the bytes that travel: a result, an item or a report.</summary>
internal static class Payload
{
    public static byte[] Write<T>(RpcResultWriter<T> write, T value)
    {
        var bytes = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(bytes);
        write(ref writer, value);
        writer.Flush();
        return bytes.WrittenSpan.ToArray();
    }

    public static T Read<T>(RpcResultReader<T> read, ReadOnlyMemory<byte> bytes)
    {
        var reader = new MessagePackReader(bytes);
        var value = read(ref reader);
        return reader.End ? value : throw new InvalidOperationException("Bytes follow the value.");
    }
}
