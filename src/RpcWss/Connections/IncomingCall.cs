using RpcWss.Generated;

namespace RpcWss.Connections;

internal abstract class IncomingCall : RpcIncomingCall
{
    /// <summary>The connection that the call came over.</summary>
    public abstract RpcConnection Connection { get; }
}
