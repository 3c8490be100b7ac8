using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Sides;
using RpcWss.Conformance.Wires;
using RpcWss.Connections;
using RpcWss.Protocol;
using RpcWss.Transport;

namespace RpcWss.Conformance.Runner;

/// <summary>One run of a <see cref="LocalCase"/>: makes its connections, and looks at all of them in the end.</summary>
internal sealed class LocalRun(CaseSettings settings) : IAsyncDisposable
{
    private readonly List<(Side Side, RpcConnection Connection)> _started = [];
    private readonly List<RawPeer> _attackers = [];
    private readonly List<SideReport> _reports = [];

    public CaseSettings Settings { get; } = settings;

    /// <summary>The role of the side that is called or attacked.</summary>
    public PeerRole CalleeRole => Settings.Direction == Direction.ToServer ? PeerRole.Server : PeerRole.Client;

    public PeerRole CallerRole => CalleeRole == PeerRole.Server ? PeerRole.Client : PeerRole.Server;

    /// <summary>Connects a calling and a called side back to back, and returns the caller's connection and the callee's.</summary>
    public (RpcConnection Caller, RpcConnection Callee) Connect(
        Side caller, Side callee, InMemoryTransportOptions? fromCaller = null, InMemoryTransportOptions? fromCallee = null)
    {
        var (first, second) = InMemoryTransport.CreatePair(fromCaller, fromCallee);
        return (Start(caller, first, CallerRole), Start(callee, second, CalleeRole));
    }

    /// <summary>The same, once both are open: for cases that turn their clocks, which limit the opening too.</summary>
    public async Task<(RpcConnection Caller, RpcConnection Callee)> OpenAsync(Side caller, Side callee)
    {
        (RpcConnection calling, RpcConnection called) = Connect(caller, callee);
        await Task.WhenAll(calling.Opened, called.Opened);
        return (calling, called);
    }

    public RpcConnection Start(Side side, MessageTransport transport, PeerRole role)
    {
        RpcConnection connection = side.Start(transport, role);
        _started.Add((side, connection));
        return connection;
    }

    /// <summary>Opposes a side, as the called one, to a peer played by hand.</summary>
    public (RpcConnection Victim, RawPeer Peer) Attack(Side victim, InMemoryTransportOptions? fromVictim = null, InMemoryTransportOptions? fromPeer = null)
    {
        var (first, second) = InMemoryTransport.CreatePair(fromPeer, fromVictim);
        var peer = new RawPeer(first, CallerRole);
        _attackers.Add(peer);
        return (Start(victim, second, CalleeRole), peer);
    }

    /// <summary>Waits until a connection that is open is at rest.</summary>
    public static async Task AtRestAsync(RpcConnection connection)
    {
        string[] left = await Settle.UntilEmptyAsync(() => Leaks.Of(connection));
        Check.That(left.Length == 0, $"nothing leaks, but left are: {string.Join("; ", left)}");
    }

    /// <summary>Closes a connection and looks at it now instead of in the end: for cases that make very many.</summary>
    public async Task SettleAsync(RpcConnection connection)
    {
        await connection.CloseAsync();
        int index = _started.FindIndex(started => started.Connection == connection);
        SideReport report = await ReportAsync(_started[index]);
        _started.RemoveAt(index);
        if (report.Leaks.Length > 0 || report.LoggedIds.Length > 0)
        {
            _reports.Add(report);
        }
    }

    /// <summary>Closes what is open, and fails the case for whatever any side still holds or has logged unasked.</summary>
    public async Task FinishAsync(ConformanceCase judged)
    {
        await CloseAllAsync();
        foreach ((Side, RpcConnection) started in _started)
        {
            _reports.Add(await ReportAsync(started));
        }

        SideReport.Judge(judged, [.. _reports]);
    }

    public async ValueTask DisposeAsync() => await CloseAllAsync();

    private async Task CloseAllAsync()
    {
        // A peer played by hand answers nothing any more: cutting its end lets the other side end without its clock.
        _attackers.ForEach(attacker => attacker.Vanish());
        await Task.WhenAll(_started.Select(started => started.Connection.CloseAsync().AsTask()));
    }

    private static async Task<SideReport> ReportAsync((Side Side, RpcConnection Connection) started) =>
        SideReport.Of(await Settle.UntilEmptyAsync(() => Leaks.Of(started.Connection)), started.Side.Log);
}
