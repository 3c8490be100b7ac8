using RpcWss.Protocol;

namespace RpcWss.Connections;

/// <summary>
/// Which frames may come at the moment: HELLO first and once, little else until a required AUTH has succeeded, no further calls once GOAWAY has named
/// the last. For nearly all of a connection's life none of this holds, and <see cref="IsOpen"/> is all that is looked at. Changes under the connection's gate.
/// </summary>
internal sealed class FrameGate(Lock gate, int maxMessage, bool requiresAuth)
{
    /// <summary>What a peer may send, in all, before a required AUTH has succeeded (docs/protocol.md#authentication).</summary>
    public const int MaxBytesBeforeAuth = 16 * 1024;

    private bool _hello;
    private bool _awaitsAuth = requiresAuth;
    private bool _refusesCalls;
    private volatile int _maxMessage = requiresAuth ? MaxBytesBeforeAuth : maxMessage;

    /// <summary>Whether any frame may come, but for HELLO.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Whether the peer has still to say HELLO, or to authenticate where it must.</summary>
    public bool IsOpening => !_hello || _awaitsAuth;

    /// <summary>Whether a required AUTH has still to succeed.</summary>
    public bool AwaitsAuth => _awaitsAuth;

    /// <summary>Checks the length of a message as far as it has come. On the receive loop.</summary>
    /// <exception cref="ProtocolViolationException">It is too long.</exception>
    public void CheckLength(int length)
    {
        if (length > _maxMessage)
        {
            ThrowTooLong();
        }
    }

    /// <summary>Counts a whole message that came while the gate was not open.</summary>
    public void Count(int length)
    {
        lock (gate)
        {
            _maxMessage -= _awaitsAuth ? length : 0;
        }
    }

    /// <summary>Looks at a frame while the gate is not open, or at a HELLO. False: a call that crossed the GOAWAY, which is dropped.</summary>
    /// <exception cref="ProtocolViolationException">No such frame may come now.</exception>
    public bool Admits(FrameKind kind)
    {
        bool isHello = kind == FrameKind.Hello;
        if (_hello == isHello)
        {
            ProtocolViolationException.Throw(_hello ? "A second HELLO came" : $"The first frame is {kind}, not HELLO");
        }

        if (!isHello && _awaitsAuth && kind is not (FrameKind.Auth or FrameKind.Ping or FrameKind.Pong or FrameKind.GoAway))
        {
            ProtocolViolationException.Throw($"A {kind} frame came before AUTH had succeeded, which this endpoint requires");
        }

        return !_refusesCalls || kind != FrameKind.Call;
    }

    public void HelloReceived()
    {
        _hello = true;
        IsOpen = !_awaitsAuth && !_refusesCalls;
    }

    public void AuthSucceeded()
    {
        _awaitsAuth = false;
        _maxMessage = maxMessage;
        IsOpen = !_refusesCalls;
    }

    /// <summary>GOAWAY has named the last call that is served.</summary>
    public void RefuseCalls()
    {
        _refusesCalls = true;
        IsOpen = false;
    }

    private void ThrowTooLong() => ProtocolViolationException.Throw(
        GoAwayCode.LimitExceeded,
        _awaitsAuth ? $"More than {MaxBytesBeforeAuth} bytes came before AUTH had succeeded" : $"A message has more than {maxMessage} bytes");
}
