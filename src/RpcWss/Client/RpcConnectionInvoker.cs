using RpcWss.Generated;

namespace RpcWss.Client;

/// <summary>Stands in for the connection's own member of this name.</summary>
internal static class RpcConnectionInvoker
{
    extension(RpcConnection connection)
    {
        public RpcInvoker Invoker => throw new NotSupportedException();
    }
}
