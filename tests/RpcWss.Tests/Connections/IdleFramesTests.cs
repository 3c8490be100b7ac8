using Microsoft.Extensions.Time.Testing;
using RpcWss.Connections;
using RpcWss.Protocol;
using RpcWss.Services;
using RpcWss.Tests.Connections.Authentication;

namespace RpcWss.Tests.Connections;

/// <summary>What calls cost and earn of the allowance for frames that come to nothing. <c>docs/protocol.md#idle-frames</c>.</summary>
public sealed class IdleFramesTests
{
    private const int Allowance = 16_384;
    private const int PerAcceptedCall = 16;

    // As many as may wait for an answer at once, so that no other limit is what ends the connection.
    private const int Together = 64;

    private ulong _lastId = ulong.MaxValue;

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, false)]
    [InlineData(3, false)]
    [InlineData(1, true)]
    public async Task A_refused_call_takes_one_and_earns_nothing_and_an_accepted_one_earns_sixteen(int accepted, bool isOneWay)
    {
        await using RawEnd peer = await OpenAsync();
        await CallAsync(peer, RawEnd.Call(NextId(), "Tests.INowhere/Nothing", number: 0), RpcStatusCode.Unimplemented);
        for (int call = 0; call < accepted; call++)
        {
            await CallAsync(peer, RawEnd.Call(NextId(), call == 0 ? "RpcWss.Tests.Connections.IProbe/AddAsync" : null, number: 1), RpcStatusCode.OK);
        }

        int left = Allowance + (PerAcceptedCall * accepted) - 1;
        while (left > 0)
        {
            // The last of each message is answered, also where the others are one-way.
            int count = Math.Min(left, Together);
            byte[][] others = [.. Enumerable.Range(1, count - 1).Select(_ => RawEnd.Call(NextId(), null, flags: isOneWay ? CallFlags.OneWay : CallFlags.None))];
            int answers = isOneWay ? 1 : count;
            await peer.SendAsync([.. others, RawEnd.Call(NextId(), null)]);
            for (int answer = 0; answer < answers; answer++)
            {
                Assert.Equal(RpcStatusCode.Unimplemented, await StatusAsync(peer));
            }

            left -= count;
        }

        // All of it is used, and all of it was there: the next one is one too many, and the peer learns so with whatever it sends then.
        await CallAsync(peer, RawEnd.Call(NextId(), null), RpcStatusCode.Unimplemented);
        await peer.SendAsync(RawEnd.Call(NextId(), null));
        RawFrame end = await peer.NextAsync();
        Assert.Equal(FrameKind.GoAway, end.Kind);
        peer.PutBack(end);
        (GoAwayCode code, string reason, _) = await peer.EndAsync();
        Assert.Equal(GoAwayCode.TooManyFaults, code);
        Assert.Contains("carry next to nothing", reason);
    }

    private static async Task CallAsync(RawEnd peer, byte[] call, RpcStatusCode expected)
    {
        await peer.SendAsync(call);
        Assert.Equal(expected, await StatusAsync(peer));
    }

    // Credit for one-way calls comes between.
    private static async Task<RpcStatusCode> StatusAsync(RawEnd peer)
    {
        RawFrame frame = await peer.NextAsync();
        while (frame.Kind == FrameKind.Credit)
        {
            frame = await peer.NextAsync();
        }

        Assert.Equal(FrameKind.Status, frame.Kind);
        return (RpcStatusCode)StatusFrame.Read(frame.Body, frame.Count).Code;
    }

    private static Task<RawEnd> OpenAsync()
    {
        var services = new ServiceTable();
        services.Add(new InstanceBinding<IProbe>(new Probe(), flowsCallState: false));

        // Nothing is forgiven by time.
        return RawEnd.OpenAsync(new ConnectionSetup { Role = PeerRole.Server, Services = services, TimeProvider = new FakeTimeProvider() });
    }

    private ulong NextId() => _lastId = unchecked(_lastId + 2);
}
