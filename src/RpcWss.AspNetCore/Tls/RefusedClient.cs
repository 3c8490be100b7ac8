using System.Buffers;
using System.IO.Pipelines;
using System.Net.Security;
using System.Security.Authentication;
using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using RpcWss.Client;

namespace RpcWss.Tls;

/// <summary>
/// Answers a client whose certificate was refused, ahead of everything: no endpoint of the application sees its requests or the certificate. HTTP/1.1 gets 403 with the
/// reason; HTTP/2 gets a GOAWAY (RFC 9113 §6.8) that holds it.
/// </summary>
internal sealed class RefusedClient(ConnectionDelegate next)
{
    private const int MaxHeadBytes = 16 * 1024;

    // Of a client that sends no request there is nothing to answer.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    public Task ServeAsync(ConnectionContext connection) =>
        connection.Features.Get<ClientRefusal>() is { } refusal ? RefuseAsync(connection, refusal.Reason) : next(connection);

    private static async Task RefuseAsync(ConnectionContext connection, string reason)
    {
        connection.Features.Set<ITlsConnectionFeature>(null);
        using var limit = new CancellationTokenSource(_patience);
        PipeReader input = connection.Transport.Input;
        PipeWriter output = connection.Transport.Output;
        try
        {
            bool isHttp2 = connection.Features.Get<ISslStreamFeature>()?.SslStream.NegotiatedApplicationProtocol == SslApplicationProtocol.Http2;
            await ReadHeadAsync(input, limit.Token).ConfigureAwait(false);
            output.Write(isHttp2 ? GoAway(reason) : Forbidden(reason));
            await output.FlushAsync(limit.Token).ConfigureAwait(false);
            if (isHttp2)
            {
                await ReadToEndAsync(input, limit.Token).ConfigureAwait(false);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or IOException or AuthenticationException or ConnectionAbortedException)
        {
            // Gone, or silent: it is closed either way.
        }

        await output.CompleteAsync().ConfigureAwait(false);
        await input.CompleteAsync().ConfigureAwait(false);
    }

    // Until the empty line, which the preface of HTTP/2 has too, or until it is too much for a head.
    private static async Task ReadHeadAsync(PipeReader input, CancellationToken cancellationToken)
    {
        while (true)
        {
            ReadResult read = await input.ReadAsync(cancellationToken).ConfigureAwait(false);
            bool isWhole = new SequenceReader<byte>(read.Buffer).TryReadTo(out ReadOnlySequence<byte> _, "\r\n\r\n"u8);
            if (isWhole || read.IsCompleted || read.Buffer.Length > MaxHeadBytes)
            {
                input.AdvanceTo(read.Buffer.End);
                return;
            }

            input.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    // A client goes on with its own frames. Closed before they are read, TCP resets the connection, and the client may never see the GOAWAY.
    private static async Task ReadToEndAsync(PipeReader input, CancellationToken cancellationToken)
    {
        while (await input.ReadAsync(cancellationToken).ConfigureAwait(false) is { IsCompleted: false } read)
        {
            input.AdvanceTo(read.Buffer.End);
        }
    }

    private static byte[] Forbidden(string reason) => Encoding.ASCII.GetBytes(
        $"HTTP/1.1 403 Forbidden\r\n{HttpRefusal.ReasonHeader}: {reason}\r\n{HttpRefusal.FailureHeader}: {HttpRefusal.ClientCertificate}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");

    private static byte[] GoAway(string reason)
    {
        const int FrameHeader = 9;
        const byte GoAwayType = 7;
        const byte InadequateSecurity = 0xC;
        byte[] text = Encoding.ASCII.GetBytes(reason);
        byte[] frames = new byte[FrameHeader + FrameHeader + 8 + text.Length];

        // An empty SETTINGS frame comes first (RFC 9113 §3.4).
        frames[3] = 4;
        Span<byte> goAway = frames.AsSpan(FrameHeader);
        goAway[2] = (byte)(8 + text.Length);
        goAway[3] = GoAwayType;
        goAway[FrameHeader + 7] = InadequateSecurity;
        text.CopyTo(goAway[(FrameHeader + 8)..]);
        return frames;
    }
}
