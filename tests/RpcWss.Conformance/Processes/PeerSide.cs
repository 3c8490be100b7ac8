using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Processes;

/// <summary>The called side of one case in the other process.</summary>
internal sealed class PeerSide(ConformanceCase @case) : IAsyncDisposable
{
    private readonly Side _side = new(@case.Callee);
    private LoopbackHost? _host;
    private RpcClient? _client;

    public IBoard Board => _side.Board;

    public async Task<string> HostAsync()
    {
        _host = await LoopbackHost.StartAsync(_side, SslProtocols.Tls13);
        return _host.Address.AbsoluteUri;
    }

    public async Task DialAsync(Uri address, byte[] rootCertificate)
    {
        X509Certificate2 root = X509CertificateLoader.LoadCertificate(rootCertificate);
        _client = await LoopbackClient.ConnectAsync(address, root, _side);
    }

    public async Task BeginCallsAsync(int count, string key)
    {
        RpcConnection connection = await _side.Observer.Opened;
        IWaiting waiting = connection.GetProxy<IWaiting>();
        for (int call = 0; call < count; call++)
        {
            // Nobody awaits them: this process is about to die.
            _ = waiting.WaitAsync(key).AsTask();
        }
    }

    public async Task<string[]> RestAsync() => await Settle.UntilEmptyAsync(() => Leaks.Of(_side.Observer.Opened.Result));

    public async Task<SideReport> EndAsync()
    {
        RpcConnection connection = await _side.Observer.Opened;
        await connection.Completion;
        return SideReport.Of(await Settle.UntilEmptyAsync(() => Leaks.Of(connection)), _side.Log);
    }

    public async ValueTask DisposeAsync()
    {
        if (_client is not null)
        {
            await _client.DisposeAsync();
        }

        if (_host is not null)
        {
            await _host.DisposeAsync();
        }
    }
}
