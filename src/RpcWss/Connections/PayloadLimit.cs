namespace RpcWss.Connections;

/// <summary>The largest payload of a method: what a connection accepts, or less where the contract says so.</summary>
internal static class PayloadLimit
{
    public static int Of(int connection, RpcMethodDescriptor method) => method.MaxPayloadSize > 0 ? Math.Min(connection, method.MaxPayloadSize) : connection;

    /// <summary>Which option sets it, for error messages.</summary>
    public static string OptionFor(RpcMethodDescriptor method, int limit) =>
        method.MaxPayloadSize == limit ? "RpcMethodAttribute.MaxPayloadSize of the contract" : "RpcLimits.MaxPayloadSize";
}
