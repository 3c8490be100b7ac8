using System.Net;
using System.Net.Sockets;
using RpcWss.Security;

namespace RpcWss.Client.Tests.Reaching;

/// <summary>The client sends its first bytes while the system's roots are being read, and has the platform build no chain before they are.</summary>
public sealed class SocketStreamTests
{
    [Fact]
    public async Task Nothing_is_read_before_it_is_ready_and_what_is_sent_leaves_meanwhile()
    {
        CancellationToken token = TestContext.Current.CancellationToken;
        var ready = new TaskCompletionSource();
        var (stream, peer) = await ConnectAsync(ready.Task);
        await using SocketStream held = stream;
        using Socket other = peer;
        await peer.SendAsync(new byte[] { 7 }, token);
        byte[] answer = new byte[1];

        Task<int> reading = stream.ReadAsync(answer, token).AsTask();
        await stream.WriteAsync(new byte[] { 5 }, token);
        byte[] sent = new byte[1];
        await peer.ReceiveAsync(sent, token);

        Assert.Equal(5, sent[0]);
        Assert.Equal(1, stream.Socket.Available);
        Assert.False(reading.IsCompleted);
        ready.SetResult();
        Assert.Equal(1, await reading);
        Assert.Equal(7, answer[0]);
    }

    [Fact]
    public async Task Waiting_to_read_can_be_given_up()
    {
        var (stream, peer) = await ConnectAsync(new TaskCompletionSource().Task);
        await using SocketStream held = stream;
        using Socket other = peer;
        using var source = new CancellationTokenSource();

        Task<int> reading = stream.ReadAsync(new byte[1], source.Token).AsTask();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    [Fact]
    public async Task The_systems_roots_are_read_once_in_a_process()
    {
        Task reading = SystemRoots.ReadAhead();
        await reading;

        Assert.Same(reading, SystemRoots.ReadAhead());
    }

    private static async Task<(SocketStream Stream, Socket Peer)> ConnectAsync(Task ready)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var client = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await client.ConnectAsync(listener.LocalEndpoint);
        return (new SocketStream(client, ready), await listener.AcceptSocketAsync());
    }
}
