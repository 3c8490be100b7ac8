using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RpcWss;
using RpcWss.Tls;

namespace Microsoft.AspNetCore.Hosting;

/// <summary>Puts a server under a <see cref="TlsPolicy"/>.</summary>
public static class RpcWssTlsExtensions
{
    /// <summary>
    /// Encrypts every endpoint that Kestrel listens on, as <paramref name="policy"/> says: versions and cipher suites, a certificate for each host name with its
    /// intermediates, client certificates, and replacement of certificate files without a connection lost. Do not call <c>UseHttps</c> as well. A client whose
    /// certificate is refused gets 403 with the reason, whatever it asks for, and nothing of the application sees the request.
    /// </summary>
    /// <example>
    /// <code>
    /// builder.WebHost.UseRpcTls(TlsPolicy.Modern with
    /// {
    ///     ServerCertificates = new Dictionary&lt;string, TlsCertificateSource&gt; { ["*"] = TlsCertificateSource.FromPemFiles("server.pem", "server.key") },
    /// });
    /// </code>
    /// </example>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentException">The policy is not possible; the message names the setting. A certificate that cannot be used is told when the server starts.</exception>
    public static IWebHostBuilder UseRpcTls(this IWebHostBuilder builder, TlsPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ServerHandshake.Validate(policy);
        return builder.ConfigureServices(services => services.Configure<KestrelServerOptions>(kestrel => kestrel.ConfigureEndpointDefaults(listen => listen.UseRpcTls(policy))));
    }

    /// <summary>The same with the policy of a configuration section, such as <c>RpcWss:Tls</c>; see <see cref="TlsPolicy.FromConfiguration"/>.</summary>
    /// <example><code>builder.WebHost.UseRpcTls(builder.Configuration.GetSection("RpcWss:Tls"));</code></example>
    /// <returns><paramref name="builder"/>.</returns>
    /// <exception cref="ArgumentException">A setting is unknown or not possible; the message names it.</exception>
    public static IWebHostBuilder UseRpcTls(this IWebHostBuilder builder, IConfigurationSection section) => UseRpcTls(builder, TlsPolicy.FromConfiguration(section));

    /// <summary>Encrypts one endpoint; see <see cref="UseRpcTls(IWebHostBuilder, TlsPolicy)"/>.</summary>
    /// <returns><paramref name="listen"/>.</returns>
    /// <exception cref="ArgumentException">The policy is not possible; the message names the setting.</exception>
    /// <exception cref="InvalidOperationException">A certificate cannot be used; the message says which and why.</exception>
    public static ListenOptions UseRpcTls(this ListenOptions listen, TlsPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(listen);
        ServerHandshake.Validate(policy);
        var handshake = ServerHandshake.Create(policy, listen.ApplicationServices);
        listen.Use(handshake.Watch.Begin);
        listen.UseHttps(new TlsHandshakeCallbackOptions { OnConnection = handshake.SelectAsync });
        listen.Use(HandshakeWatch.End);
        if (policy.ClientAuthentication != TlsClientAuthentication.None)
        {
            listen.Use(next => new RefusedClient(next).ServeAsync);
        }

        return listen;
    }
}
