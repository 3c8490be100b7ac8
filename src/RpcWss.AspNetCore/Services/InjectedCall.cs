namespace RpcWss.Services;

/// <summary>
/// What a dependency-injection scope was made for: lets <see cref="RpcCallContext"/> and <see cref="RpcPeer"/> be injected. One for each scope.
/// </summary>
internal sealed class InjectedCall
{
    private RpcPeer? _peer;

    public Connections.IncomingCall? Call { get; set; }

    public RpcCallContext Context => Call?.Context
        ?? throw new InvalidOperationException("There is no call in this scope. RpcCallContext can be injected into what a scoped service uses; elsewhere take it as a parameter of the contract's method.");

    public RpcPeer Peer
    {
        get => _peer ?? Call?.Connection.Peer
            ?? throw new InvalidOperationException("There is no peer in this scope. RpcPeer can be injected into what a scoped or per-connection service uses; elsewhere inject IRpcPeers.");
        set => _peer = value;
    }
}
