using System.Security.Authentication;

namespace RpcWss.Client;

/// <summary>
/// Reads why a TLS handshake failed. The TLS library's error reaches us as an HResult alone; an alert of the peer is 1000 and the alert's number
/// (RFC 8446 §6).
/// </summary>
internal static class TlsFailure
{
    private const int OpenSsl = 0x0A000000;
    private const int HttpRequest = OpenSsl | 156;
    private const int PacketLengthTooLong = OpenSsl | 198;
    private const int UnsupportedProtocol = OpenSsl | 258;
    private const int WrongVersionNumber = OpenSsl | 267;
    private const int FirstAlert = OpenSsl | 1000;
    private const int LastAlert = OpenSsl | 1255;

    public static RpcConnectException? Classify(string address, Exception error)
    {
        bool notTls = false;
        for (Exception? at = error; at is not null; at = at.InnerException)
        {
            notTls |= at is AuthenticationException { InnerException: null };
            switch (at.HResult)
            {
                case UnsupportedProtocol:
                    return TlsVersion(address, error);
                case HttpRequest or PacketLengthTooLong or WrongVersionNumber:
                    return NotTls(address, error);
                case >= FirstAlert and <= LastAlert:
                    return Alert(address, at.HResult - FirstAlert, error);
            }
        }

        // The platform's own check of the first record's header comes before the TLS library's, and has no code and nothing within.
        return notTls ? NotTls(address, error) : null;
    }

    private static RpcConnectException Alert(string address, int alert, Exception error) => alert switch
    {
        70 => TlsVersion(address, error),
        120 => Http2Failure.NotSpoken(address, error),
        41 or 42 or 43 or 44 or 45 or 46 or 48 or 49 or 116 => new RpcConnectException(
            RpcConnectFailure.ClientCertificate,
            $"{address} demands a client certificate, or does not accept the one it got (TLS alert {alert}). Ask its operator which certificates it accepts.", error),
        _ => new RpcConnectException(
            RpcConnectFailure.TlsRefused,
            $"{address} broke off the TLS handshake (TLS alert {alert}{Name(alert)}). Compare the two ends' TLS settings.", error),
    };

    private static string Name(int alert) => alert switch
    {
        40 => ", handshake_failure: most often no cipher suite in common",
        71 => ", insufficient_security: it wants stronger cipher suites",
        80 => ", internal_error",
        112 => ", unrecognized_name: it has no certificate for this host",
        120 => ", no_application_protocol",
        _ => "",
    };

    private static RpcConnectException TlsVersion(string address, Exception error) => new(
        RpcConnectFailure.TlsVersion,
        $"{address} and this client have no TLS version in common. Let the server speak TLS 1.2 or 1.3; with TlsPolicy.MinimumVersion Tls13 it must be 1.3. If it does, see its log: a server that cannot use its certificate may answer the same.", error);

    private static RpcConnectException NotTls(string address, Exception error) => new(
        RpcConnectFailure.PeerNotTls,
        $"What answers at {address} does not speak TLS. Check the port: it may be the server's plain HTTP one.", error);
}
