using Microsoft.Extensions.Time.Testing;
using RpcWss.Connections;
using RpcWss.Protocol;
using RpcWss.Tests.Connections.Authentication;

namespace RpcWss.Tests.Connections;

/// <summary>A server with many quiet connections holds next to nothing for each to receive.</summary>
public sealed class RestingBufferTests
{
    private const int Resting = 256;
    private static readonly TimeSpan _rest = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _time = new();
    private WatchedTransport? _watched;

    [Fact]
    public async Task A_connection_that_was_quiet_for_more_than_a_second_receives_with_its_small_buffer_again()
    {
        await using RawEnd peer = await OpenAsync();
        int grown = await GrowAsync(peer);
        Assert.True(grown > Resting);

        _time.Advance(_rest);
        await peer.SendAsync(Pong);
        Assert.Equal(grown, await _watched!.NextReceiveAsync());

        _time.Advance(_rest + TimeSpan.FromTicks(1));
        await peer.SendAsync(Ping(7));
        Assert.Equal(Resting, await _watched.NextReceiveAsync());

        // What came into the large buffer was handled out of the small one, which the next message overwrites.
        await peer.SendAsync(Ping(8));
        Assert.Equal([7], (await peer.NextAsync()).Body);
        Assert.Equal([8], (await peer.NextAsync()).Body);
    }

    [Fact]
    public async Task A_large_message_after_a_quiet_while_is_received_whole_and_keeps_the_large_buffer()
    {
        await using RawEnd peer = await OpenAsync();
        int grown = await GrowAsync(peer);

        _time.Advance(TimeSpan.FromSeconds(2));
        await peer.SendAsync([.. Enumerable.Repeat(Pong, Resting), Ping(7)]);

        Assert.Equal(grown, await _watched!.NextReceiveAsync());
        Assert.Equal([7], (await peer.NextAsync()).Body);
    }

    private static byte[] Pong => Written(PongFrame.MaxLength, to => PongFrame.Write(to, 1));

    private static byte[] Ping(ulong value) => Written(PingFrame.MaxLength, to => PingFrame.Write(to, value));

    private static byte[] Written(int room, Func<byte[], int> write)
    {
        byte[] frame = new byte[room];
        return frame[..write(frame)];
    }

    // A new connection rests, and its peer's HELLO changes nothing in that.
    private async Task<RawEnd> OpenAsync()
    {
        RawEnd peer = await RawEnd.OpenAsync(new ConnectionSetup { Role = PeerRole.Server, TimeProvider = _time }, transport => _watched = new WatchedTransport(transport));
        Assert.Equal(Resting, await _watched!.NextReceiveAsync());
        Assert.Equal(Resting, await _watched.NextReceiveAsync());
        return peer;
    }

    // The buffer grows in the middle of the first message that does not fit, and stays. Returns how large it is then.
    private async Task<int> GrowAsync(RawEnd peer)
    {
        await peer.SendAsync([.. Enumerable.Repeat(Pong, Resting)]);
        int rest = await _watched!.NextReceiveAsync();
        int all = await _watched.NextReceiveAsync();
        Assert.Equal(all - Resting, rest);
        return all;
    }
}
