using System.Net.Http;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using RpcWss.Benchmarks.Node;

namespace RpcWss.Benchmarks.Subjects.Peers;

/// <summary>grpc-dotnet over HTTP/2; its messages are MessagePack here, so that no compiler of another language is needed.</summary>
internal sealed class GrpcSubject : Subject
{
    public override string Name => "grpc";

    public override string Description => "grpc-dotnet, HTTP/2 on a single connection, 4,096 streams of a connection; messages in MessagePack";

    public override HttpProtocols Protocols => HttpProtocols.Http2;

    public override void Configure(KestrelServerOptions kestrel) => kestrel.Limits.Http2.MaxStreamsPerConnection = 4096;

    public override void AddServices(IServiceCollection services) => services.AddGrpc(options =>
    {
        options.MaxReceiveMessageSize = null;
        options.MaxSendMessageSize = null;
    });

    public override void Map(WebApplication app) => app.MapGrpcService<GrpcComparisonService>();

    public override Task<Session> ConnectAsync(ServerAddress server)
    {
        var handler = new SocketsHttpHandler
        {
            UseProxy = false,
            EnableMultipleHttp2Connections = false,
            SslOptions = server.Tls(),
        };
        GrpcChannel channel = GrpcChannel.ForAddress(
            server.Http(""), new GrpcChannelOptions { HttpHandler = handler, DisposeHttpClient = true, MaxReceiveMessageSize = null, MaxSendMessageSize = null });
        return Task.FromResult<Session>(new GrpcSession(channel));
    }
}
