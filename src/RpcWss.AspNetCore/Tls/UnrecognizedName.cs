using Microsoft.AspNetCore.Connections;

namespace RpcWss.Tls;

/// <summary>
/// The TLS alert of a server that has no certificate for the name it is asked for (RFC 6066 §3). The platform would close the connection without a word.
/// </summary>
internal static class UnrecognizedName
{
    // Record type 21, TLS 1.2 as in every record before keys are agreed on, two bytes: fatal, and the alert (RFC 8446 §5.1 and §6).
    private static readonly byte[] _alert = [21, 3, 3, 0, 2, 2, 112];

    /// <summary>For the callback that selects a certificate: nothing has been written to the connection by then.</summary>
    public static async ValueTask TellAsync(ConnectionContext connection, CancellationToken cancellationToken) =>
        await connection.Transport.Output.WriteAsync(_alert, cancellationToken).ConfigureAwait(false);
}
