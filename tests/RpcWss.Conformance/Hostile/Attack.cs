using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;
using RpcWss.Connections;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Hostile;

/// <summary>A side under attack by a peer played by hand.</summary>
internal sealed class Attack(LocalRun run, Side side, RpcConnection victim, RawPeer peer)
{
    private ulong _pings;

    public LocalRun Run { get; } = run;

    public Side Side { get; } = side;

    public RpcConnection Victim { get; } = victim;

    public RawPeer Peer { get; } = peer;

    public static Attack Begin(LocalRun run, SideOptions? options = null)
    {
        var side = new Side(options ?? SideOptions.Default);
        var (victim, peer) = run.Attack(side);
        return new Attack(run, side, victim, peer);
    }

    /// <summary>The same, with proper HELLOs exchanged.</summary>
    public static async Task<Attack> BeginGreetedAsync(LocalRun run, SideOptions? options = null, ProtocolLimits? limits = null)
    {
        Attack attack = Begin(run, options);
        await attack.Peer.GreetAsync(limits);
        await attack.Victim.Opened;
        return attack;
    }

    /// <summary>The victim must end the connection, with these words, and call it the peer's fault.</summary>
    public async Task ExpectEndAsync(GoAwayCode goAway, TransportCloseCode close)
    {
        await Peer.ExpectEndAsync(goAway, close);
        await Victim.Completion;
        Check.That(Victim.Error is not null, "the victim knows why the connection ended");
    }

    /// <summary>The victim must go on as if nothing had been: answer, serve, and hold nothing of what was.</summary>
    public async Task ExpectUnharmedAsync()
    {
        await Peer.SendAsync(RawFrames.Ping(++_pings));
        Check.Equal(_pings, PingFrame.Read((await Peer.ReceiveAsync(FrameKind.Pong)).Body, 1).Value);
        ulong id = await Peer.CallAsync(MethodNames.Next, RawFrames.Arguments(41));
        RawFrame status = await Peer.ReceiveStatusAsync(id);
        Check.Same([42], status.Status.Payload, "the result of a proper call");
        await LocalRun.AtRestAsync(Victim);
    }

    /// <summary>Whether the victim ends the connection with a reason; if not it must answer.</summary>
    public async Task<bool> EndsAsync()
    {
        await Peer.SendAsync(RawFrames.Ping(++_pings));
        return await Peer.EndsBeforePongAsync(_pings);
    }

    /// <summary>Vanishes, and looks at once at what is left: for cases that attack very often.</summary>
    public async Task FinishAsync()
    {
        Peer.Vanish();
        await Run.SettleAsync(Victim);
    }

    /// <summary>A call of the victim must get through to the peer and back.</summary>
    public async Task ExpectCallsUnharmedAsync()
    {
        Task<int> call = Victim.GetProxy<IEcho>().NextAsync(41).AsTask();
        ulong id = (await Peer.ReceiveAsync(FrameKind.Call)).Call.Id;
        await Peer.SendAsync(RawFrames.Status(id, result: [42]));
        Check.Equal(42, await call);
        await LocalRun.AtRestAsync(Victim);
    }
}
