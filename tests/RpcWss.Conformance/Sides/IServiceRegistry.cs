namespace RpcWss.Conformance.Sides;

/// <summary>Where contracts are hosted: at a client, a server, or a connection that a case starts itself.</summary>
internal interface IServiceRegistry
{
    void Add<TContract>(TContract service) where TContract : class, IRpcContract<TContract>;
}
