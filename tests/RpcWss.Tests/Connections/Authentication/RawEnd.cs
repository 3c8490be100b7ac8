using System.Text;
using RpcWss.Connections;
using RpcWss.Protocol;
using RpcWss.Transport;

namespace RpcWss.Tests.Connections.Authentication;

/// <summary>One end of a connection that a test scripts frame by frame; the other is a real one.</summary>
internal sealed class RawEnd : IAsyncDisposable
{
    private readonly InMemoryTransport _transport;
    private readonly Queue<RawFrame> _frames = new();
    private readonly byte[] _buffer = new byte[256 * 1024];

    private RawEnd(InMemoryTransport transport, RpcConnection peer)
    {
        _transport = transport;
        Peer = peer;
    }

    /// <summary>The real end.</summary>
    public RpcConnection Peer { get; }

    /// <summary>Opens a connection to a server, says HELLO and takes the server's.</summary>
    public static async Task<RawEnd> OpenAsync(ConnectionSetup server, Func<MessageTransport, MessageTransport>? around = null)
    {
        (InMemoryTransport client, InMemoryTransport there) = InMemoryTransport.CreatePair();
        var end = new RawEnd(client, RpcConnection.Start(around?.Invoke(there) ?? there, server));
        await end.SendAsync(Hello(PeerRole.Client));
        Assert.Equal(FrameKind.Hello, (await end.NextAsync()).Kind);
        return end;
    }

    /// <summary>Is the server of a client.</summary>
    public static RawEnd Serving(ConnectionSetup client)
    {
        (InMemoryTransport there, InMemoryTransport server) = InMemoryTransport.CreatePair();
        return new RawEnd(server, RpcConnection.Start(there, client));
    }

    public static byte[] Hello(PeerRole role, HelloFeatures features = HelloFeatures.None)
    {
        byte[] frame = new byte[HelloFrame.MaxLength(0, 0, 0)];
        return frame[..HelloFrame.Write(frame, role, ProtocolLimits.Minimum, features)];
    }

    public static byte[] Token(string token, string scheme = "Bearer")
    {
        byte[] frame = new byte[AuthFrame.MaxRequestLength(scheme.Length, token.Length)];
        return frame[..AuthFrame.WriteRequest(frame, Encoding.UTF8.GetBytes(scheme), Encoding.UTF8.GetBytes(token))];
    }

    public static byte[] Answer(RpcStatusCode code, ulong? expiresMs = null)
    {
        byte[] frame = new byte[AuthFrame.MaxAnswerLength(0)];
        return frame[..AuthFrame.WriteAnswer(frame, (int)code, default, expiresMs)];
    }

    /// <summary>A CALL with two numbers for arguments. The first of a method has its name.</summary>
    public static byte[] Call(ulong id, string? name, int number = 0, CallFlags flags = CallFlags.None)
    {
        byte[] text = Encoding.UTF8.GetBytes(name ?? "");
        byte[] frame = new byte[CallFrame.MaxHeaderLength(text.Length, 0, 0)];
        int length = CallFrame.WriteHeader(frame, id, number, flags | (name is null ? CallFlags.None : CallFlags.Name), 0, text, 0, default, 0, 0, default, 3);
        return [.. frame[..length], 0x92, 1, 2];
    }

    public ValueTask SendAsync(params byte[][] frames) => _transport.SendAsync((byte[])[.. frames.SelectMany(frame => frame)]);

    /// <summary>The next frame; waits for it.</summary>
    public async Task<RawFrame> NextAsync()
    {
        while (_frames.Count == 0)
        {
            Assert.True(await ReadAsync(), "The peer closed.");
        }

        return _frames.Dequeue();
    }

    /// <summary>Leaves a frame for the next to read.</summary>
    public void PutBack(RawFrame frame) => _frames.Enqueue(frame);

    /// <summary>Reads the answer to a token.</summary>
    public async Task<(RpcStatusCode Code, string Message, ulong? ExpiresMs)> NextAnswerAsync()
    {
        RawFrame frame = await NextAsync();
        Assert.Equal(FrameKind.Auth, frame.Kind);
        AuthFrame answer = AuthFrame.Read(frame.Body, frame.Count);
        Assert.True(answer.IsAnswer);
        return ((RpcStatusCode)answer.Code, Encoding.UTF8.GetString(answer.Message), answer.ExpiresMs);
    }

    /// <summary>Reads to the peer's Close, answers that, and says how it ended.</summary>
    public async Task<(GoAwayCode GoAway, string Reason, int CloseCode)> EndAsync()
    {
        while (await ReadAsync())
        {
        }

        await _transport.CloseAsync(TransportCloseCode.Normal, "");
        RawFrame last = _frames.Last(frame => frame.Kind == FrameKind.GoAway);
        await Peer.Completion.WaitAsync(TestContext.Current.CancellationToken);
        GoAwayFrame goAway = GoAwayFrame.Read(last.Body, last.Count);
        return (goAway.Code, Encoding.UTF8.GetString(goAway.Reason), (int)_transport.CloseReceived!.Value.Code);
    }

    /// <summary>Closes in order, with whatever was said before for a reason.</summary>
    public ValueTask CloseAsync() => _transport.CloseAsync(TransportCloseCode.Normal, "");

    public async ValueTask DisposeAsync()
    {
        await _transport.DisposeAsync();
        await Peer.CloseAsync();
    }

    private async Task<bool> ReadAsync()
    {
        int length = 0;
        while (true)
        {
            TransportRead read = await _transport.ReceiveAsync(_buffer.AsMemory(length)).AsTask().WaitAsync(TestContext.Current.CancellationToken);
            if (read.Kind == TransportReadKind.Close)
            {
                return false;
            }

            length += read.Count;
            if (read.EndOfMessage)
            {
                Cut(length);
                return true;
            }
        }
    }

    private void Cut(int length)
    {
        var reader = new FrameReader(_buffer.AsSpan(0, length), 64 * 1024);
        while (reader.TryRead(out FrameKind kind, out ReadOnlySpan<byte> body))
        {
            _frames.Enqueue(new RawFrame(kind, body.ToArray(), reader.ElementCount));
        }
    }
}

internal sealed record RawFrame(FrameKind Kind, byte[] Body, int Count);
