using System.Net;
using System.Security.Authentication;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

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
            ServerName = tls?.HostName is { Length: > 0 } name ? name : null,
            PeerCertificate = context.Connection.ClientCertificate,
            HttpVersion = HttpProtocol.IsHttp2(context.Request.Protocol) ? HttpVersion.Version20 : HttpVersion.Version11,
        };
    }
}
