using System.Net;
using System.Security.Authentication;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using RpcWss.Security;

namespace RpcWss.Endpoint;

/// <summary>Reads off a request what its connection agreed on.</summary>
internal static class EndpointSecurity
{
    public static RpcConnectionSecurity Of(HttpContext context)
    {
        ITlsHandshakeFeature? tls = context.Features.Get<ITlsHandshakeFeature>();
        return new RpcConnectionSecurity
        {
            IsEncrypted = tls is not null,
            Protocol = tls?.Protocol ?? SslProtocols.None,
            CipherSuite = tls?.NegotiatedCipherSuite?.ToString(),
            // The handshake feature has the name only where a certificate is selected by it.
            ServerName = context.Features.Get<ISslStreamFeature>()?.SslStream.TargetHostName is { Length: > 0 } name ? HostName.ToAscii(name) : null,
            PeerCertificate = context.Connection.ClientCertificate,
            HttpVersion = HttpProtocol.IsHttp2(context.Request.Protocol) ? HttpVersion.Version20 : HttpVersion.Version11,
        };
    }
}
