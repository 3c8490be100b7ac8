namespace RpcWss;

/// <summary>How long an object of a service lives.</summary>
public enum RpcServiceLifetime
{
    /// <summary>
    /// One object and one dependency-injection scope for each call, disposed of when the call ends. <see cref="RpcCallContext"/> and
    /// <see cref="RpcPeer"/> can be injected.
    /// </summary>
    Scoped = 0,

    /// <summary>One object for the whole host. It serves concurrent calls of all connections. The fastest.</summary>
    Singleton = 1,

    /// <summary>
    /// One object for each connection that calls the service, made at its first call and disposed of when the connection ends: for the state of a
    /// session. It serves concurrent calls, unless the contract is ordered. <see cref="RpcPeer"/> can be injected; <see cref="RpcCallContext"/> comes
    /// as a method's parameter only.
    /// </summary>
    PerConnection = 2,
}
