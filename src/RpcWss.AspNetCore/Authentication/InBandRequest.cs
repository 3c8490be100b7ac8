using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;

namespace RpcWss.Authentication;

/// <summary>
/// Stands in for the request that a token would have come with: what authentication handlers look at is that of the request that opened the connection, and the
/// token is where they expect it. Copied once, since that request is not to be touched by two threads.
/// </summary>
internal sealed class InBandRequest(HttpContext upgrade)
{
    private readonly Microsoft.AspNetCore.Http.Endpoint? _endpoint = upgrade.GetEndpoint();
    private readonly string _scheme = upgrade.Request.Scheme;
    private readonly HostString _host = upgrade.Request.Host;
    private readonly PathString _pathBase = upgrade.Request.PathBase;
    private readonly PathString _path = upgrade.Request.Path;
    private readonly string _protocol = upgrade.Request.Protocol;
    private readonly string _trace = upgrade.TraceIdentifier;
    private readonly IPAddress? _remoteAddress = upgrade.Connection.RemoteIpAddress;
    private readonly int _remotePort = upgrade.Connection.RemotePort;
    private readonly IPAddress? _localAddress = upgrade.Connection.LocalIpAddress;
    private readonly int _localPort = upgrade.Connection.LocalPort;
    private readonly X509Certificate2? _certificate = upgrade.Connection.ClientCertificate;

    public HttpContext With(string authorization, IServiceProvider services, CancellationToken cancellationToken)
    {
        var context = new DefaultHttpContext { RequestServices = services, RequestAborted = cancellationToken, TraceIdentifier = _trace };
        context.SetEndpoint(_endpoint);
        context.Request.Method = HttpMethods.Get;
        context.Request.Scheme = _scheme;
        context.Request.Host = _host;
        context.Request.PathBase = _pathBase;
        context.Request.Path = _path;
        context.Request.Protocol = _protocol;
        context.Request.Headers.Authorization = authorization;
        context.Connection.RemoteIpAddress = _remoteAddress;
        context.Connection.RemotePort = _remotePort;
        context.Connection.LocalIpAddress = _localAddress;
        context.Connection.LocalPort = _localPort;
        context.Connection.ClientCertificate = _certificate;
        return context;
    }
}
