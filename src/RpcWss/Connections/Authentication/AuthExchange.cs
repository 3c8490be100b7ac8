using RpcWss.Protocol;

namespace RpcWss.Connections.Authentication;

/// <summary>
/// One side's part in AUTH: the client presents tokens, the server judges them, one at a time (docs/protocol.md#authentication). Guarded by the
/// connection's gate.
/// </summary>
internal abstract class AuthExchange(ConnectionCore core)
{
    protected ConnectionCore Core { get; } = core;

    /// <summary>What HELLO tells the peer of it.</summary>
    public virtual HelloFeatures Features => HelloFeatures.None;

    /// <summary>The peer's HELLO arrived. Called under the gate.</summary>
    public virtual void HelloReceived(in HelloFrame frame)
    {
    }

    /// <summary>An AUTH arrived. Called under the gate, on the receive loop.</summary>
    /// <exception cref="ProtocolViolationException">It may not come from this peer, or not now.</exception>
    public abstract void Received(in AuthFrame frame);

    /// <summary>The connection is ending; completes when nothing more will happen here.</summary>
    public abstract Task StopAsync();
}
