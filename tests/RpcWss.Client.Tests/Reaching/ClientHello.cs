using System.Buffers.Binary;
using System.Text;

namespace RpcWss.Client.Tests.Reaching;

/// <summary>What a client says first in TLS (RFC 8446 §4.1.2), as it is on the wire.</summary>
/// <param name="ServerName">The name that it asks for (RFC 6066 §3); null for none.</param>
/// <param name="Protocols">What it offers by ALPN (RFC 7301).</param>
internal sealed record ClientHello(string? ServerName, IReadOnlyList<string> Protocols)
{
    public const byte HandshakeRecord = 22;

    private const int RecordHeader = 5;
    private const int ServerNameExtension = 0;
    private const int ProtocolExtension = 16;

    public static async Task<ClientHello> ReadAsync(Stream stream, CancellationToken cancellationToken)
    {
        byte[] header = new byte[RecordHeader];
        await stream.ReadExactlyAsync(header, cancellationToken);
        if (header[0] != HandshakeRecord)
        {
            throw new InvalidDataException($"The first byte is {header[0]}, which is not a TLS handshake's.");
        }

        byte[] record = new byte[BinaryPrimitives.ReadUInt16BigEndian(header.AsSpan(3))];
        await stream.ReadExactlyAsync(record, cancellationToken);
        return Parse(record);
    }

    /// <summary>A server that reads it and hangs up.</summary>
    public static RawServer Server(TaskCompletionSource<ClientHello> seen) =>
        RawServer.Start(null, async (stream, cancellationToken) => seen.TrySetResult(await ReadAsync(stream, cancellationToken)));

    private static ClientHello Parse(ReadOnlySpan<byte> record)
    {
        // The message's header, the version, the random.
        ReadOnlySpan<byte> rest = record[(4 + 2 + 32)..];
        rest = rest[(1 + rest[0])..];                                               // session id
        rest = rest[(2 + BinaryPrimitives.ReadUInt16BigEndian(rest))..];            // cipher suites
        rest = rest[(1 + rest[0])..];                                               // compression methods
        rest = rest.Slice(2, BinaryPrimitives.ReadUInt16BigEndian(rest));
        string? name = null;
        var protocols = new List<string>();
        while (rest.Length > 0)
        {
            int type = BinaryPrimitives.ReadUInt16BigEndian(rest);
            ReadOnlySpan<byte> extension = rest.Slice(4, BinaryPrimitives.ReadUInt16BigEndian(rest[2..]));
            rest = rest[(4 + extension.Length)..];
            if (type == ServerNameExtension)
            {
                name = Encoding.ASCII.GetString(extension[5..]);                    // after the list's length, the kind and the name's length
            }
            else if (type == ProtocolExtension)
            {
                for (extension = extension[2..]; extension.Length > 0; extension = extension[(1 + extension[0])..])
                {
                    protocols.Add(Encoding.ASCII.GetString(extension.Slice(1, extension[0])));
                }
            }
        }

        return new ClientHello(name, protocols);
    }
}
