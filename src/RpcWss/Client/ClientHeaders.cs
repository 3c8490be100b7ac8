namespace RpcWss.Client;

/// <summary>
/// The headers that the handshake itself sets: a user's own would break it, or change the name that the certificate is checked for.
/// </summary>
internal static class ClientHeaders
{
    /// <exception cref="ArgumentException">The header cannot be set.</exception>
    public static void Check(string name)
    {
        bool reserved = name.StartsWith("Sec-WebSocket-", StringComparison.OrdinalIgnoreCase)
            || name.Equals("Host", StringComparison.OrdinalIgnoreCase)
            || name.Equals("Connection", StringComparison.OrdinalIgnoreCase)
            || name.Equals("Upgrade", StringComparison.OrdinalIgnoreCase)
            || name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)
            || name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase);
        if (reserved)
        {
            throw new ArgumentException($"RpcClientOptions.Headers has {name}, which belongs to the WebSocket handshake. Leave it out.", nameof(name));
        }
    }
}
