using System.Buffers;
using System.Text;
using RpcWss.Conformance.Runner;
using RpcWss.Connections;
using RpcWss.Protocol;
using RpcWss.Transport;

namespace RpcWss.Conformance.Hostile;

/// <summary>A peer played by hand, frame by frame: it says what it wants, and sees what it is told.</summary>
internal sealed class RawPeer(InMemoryTransport transport, PeerRole role)
{
    private readonly Queue<RawFrame> _received = new();
    private readonly List<string> _methods = [];
    private ulong _lastId = role == PeerRole.Client ? ulong.MaxValue : 0UL;

    public PeerRole Role => role;

    /// <summary>The last call id that was given.</summary>
    public ulong LastId => _lastId;

    /// <summary>What the last Close said; null while none came.</summary>
    public TransportCloseCode? CloseCode => transport.CloseReceived?.Code;

    /// <summary>The next call id of this peer's parity.</summary>
    public ulong NextId() => _lastId = unchecked(_lastId + 2);

    /// <summary>Sends frames together as one message.</summary>
    public ValueTask SendAsync(params byte[][] frames) => transport.SendAsync(frames.SelectMany(frame => frame).ToArray());

    /// <summary>A CALL of a method by name, which the frame carries when it is the first of its method; says the id that it gave.</summary>
    public byte[] Call(string method, byte[] arguments, out ulong id, CallFlags flags = 0)
    {
        id = NextId();
        int number = NumberOf(method, out string? name);
        return RawFrames.Call(id, number, name, flags, arguments);
    }

    /// <summary>Sends such a CALL by itself and returns its id.</summary>
    public async Task<ulong> CallAsync(string method, byte[] arguments, CallFlags flags = 0)
    {
        byte[] call = Call(method, arguments, out ulong id, flags);
        await SendAsync(call);
        return id;
    }

    /// <summary>Sends a CALL with so much credit for its result stream, and returns its id.</summary>
    public async Task<ulong> CallStreamAsync(string method, byte[] arguments, ulong credit)
    {
        ulong id = NextId();
        int number = NumberOf(method, out string? name);
        await SendAsync(RawFrames.Call(id, number, name, CallFlags.Credit, arguments, credit: credit));
        return id;
    }

    /// <summary>Sends a CALL whose arguments are announced, and returns its id.</summary>
    public async Task<ulong> AnnounceAsync(string method, ulong length, CallFlags flags = 0)
    {
        ulong id = NextId();
        int number = NumberOf(method, out string? name);
        await SendAsync(RawFrames.AnnouncedCall(id, number, length, name, flags));
        return id;
    }

    /// <summary>The number of a method; <paramref name="name"/> is its name when the other side has not been told it.</summary>
    public int NumberOf(string method, out string? name)
    {
        int number = _methods.IndexOf(method);
        name = number < 0 ? method : null;
        if (number < 0)
        {
            _methods.Add(method);
        }

        return number < 0 ? _methods.Count - 1 : number;
    }

    public ValueTask SendTextAsync(string text) => transport.SendTextAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>Says a proper HELLO and takes the other side's.</summary>
    public async Task GreetAsync(ProtocolLimits? limits = null)
    {
        await SendAsync(RawFrames.Hello(Role, limits ?? ProtocolLimits.Default));
        await ReceiveAsync(FrameKind.Hello);
    }

    /// <summary>The next frame; null when the other side has closed.</summary>
    public async Task<RawFrame?> ReceiveAsync()
    {
        while (_received.Count == 0)
        {
            if (await ReceiveMessageAsync() is not { } message)
            {
                return null;
            }

            RawFrame.Parse(message).ForEach(_received.Enqueue);
        }

        return _received.Dequeue();
    }

    /// <summary>The next frame of a kind; what comes before it is passed over.</summary>
    public async Task<RawFrame> ReceiveAsync(FrameKind kind)
    {
        while (await ReceiveAsync() is { } frame)
        {
            if (frame.Kind == kind)
            {
                return frame;
            }

            Check.That(frame.Kind != FrameKind.GoAway, $"a {kind} frame, but {frame} came");
        }

        throw new CaseFailedException($"The connection was closed ({CloseCode}); a {kind} frame was expected");
    }

    /// <summary>The STATUS of a call.</summary>
    public async Task<RawFrame> ReceiveStatusAsync(ulong id)
    {
        while (true)
        {
            RawFrame frame = await ReceiveAsync(FrameKind.Status);
            if (frame.Status.Id == id)
            {
                return frame;
            }
        }
    }

    /// <summary>The connection must end with these codes; answers the Close, as a proper peer does.</summary>
    public async Task ExpectEndAsync(GoAwayCode goAway, TransportCloseCode close)
    {
        GoAwayCode? told = null;
        while (await ReceiveAsync() is { } frame)
        {
            told = frame.Kind == FrameKind.GoAway ? frame.GoAway.Code : told;
        }

        Check.Equal(goAway, told, "the code of GOAWAY");
        Check.Equal(close, CloseCode, "the code of Close");
        await transport.CloseAsync(TransportCloseCode.Normal, "");
    }

    /// <summary>Whether the connection ends, with a reason, rather than go on until this PONG.</summary>
    public async Task<bool> EndsBeforePongAsync(ulong value)
    {
        bool told = false;
        while (await ReceiveAsync() is { } frame)
        {
            if (frame.Kind == FrameKind.Pong && PingFrame.Read(frame.Body, frame.ElementCount).Value == value)
            {
                return false;
            }

            told |= frame.Kind == FrameKind.GoAway;
        }

        Check.That(told && CloseCode is not null, "a connection that ends says why");
        await transport.CloseAsync(TransportCloseCode.Normal, "");
        return true;
    }

    /// <summary>Is gone without a word.</summary>
    public void Vanish() => transport.Abort();

    private async Task<byte[]?> ReceiveMessageAsync()
    {
        var message = new ArrayBufferWriter<byte>();
        while (true)
        {
            TransportRead read = await transport.ReceiveAsync(message.GetMemory(16 * 1024));
            if (read.Kind == TransportReadKind.Close)
            {
                return null;
            }

            message.Advance(read.Count);
            if (read.EndOfMessage)
            {
                return message.WrittenSpan.ToArray();
            }
        }
    }
}
