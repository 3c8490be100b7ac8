using System.Security.Authentication;
using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Processes;

/// <summary>The other process: serves the called side of one case after the other, as the process that runs them asks.</summary>
internal sealed class PeerServer : IPeerControl, IBoard
{
    private PeerSide? _current;

    private PeerSide Current => _current ?? throw new RpcException(RpcStatusCode.FailedPrecondition, "No case is being run.");

    /// <summary>Prints the address and the root certificate, and serves until standard input ends, as it does when the process at its other end is gone.</summary>
    public static async Task RunAsync()
    {
        var server = new PeerServer();
        await using LoopbackHost host = await LoopbackHost.StartAsync(new LogSink(), SslProtocols.Tls13, rpc =>
        {
            rpc.DetailedErrors = true;
            rpc.AddService<IPeerControl>(server);
            rpc.AddService<IBoard>(server);
        });
        Console.WriteLine($"{host.Address} {Convert.ToBase64String(LoopbackCertificates.Root.RawData)}");
        while (await Console.In.ReadLineAsync() is not null)
        {
        }
    }

    public async ValueTask<string> HostAsync(string caseName) => await Begin(caseName).HostAsync();

    public async ValueTask DialAsync(string caseName, string address, byte[] rootCertificate) =>
        await Begin(caseName).DialAsync(new Uri(address), rootCertificate);

    public async ValueTask BeginCallsAsync(int count, string key) => await Current.BeginCallsAsync(count, key);

    public async ValueTask<string[]> RestAsync() => await Current.RestAsync();

    public async ValueTask<SideReport> EndAsync()
    {
        PeerSide side = Current;
        SideReport report = await side.EndAsync();
        _current = null;
        await side.DisposeAsync();
        return report;
    }

    public ValueTask ReachedAsync(string mark, int times, CancellationToken cancellationToken) => Current.Board.ReachedAsync(mark, times, cancellationToken);

    public ValueTask<int> CountAsync(string mark) => Current.Board.CountAsync(mark);

    public ValueTask OpenAsync(string gate) => Current.Board.OpenAsync(gate);

    // What a case that failed left behind goes with its connection; it must not stand in the way of the next.
    private PeerSide Begin(string caseName) => _current = new PeerSide(CaseCatalog.Find(caseName) ?? throw new RpcException(RpcStatusCode.NotFound, caseName));
}
