using Microsoft.Extensions.Time.Testing;
using RpcWss.Connections;
using RpcWss.Transport;

namespace RpcWss.Client.Tests;

/// <summary>The transport that the engine's tests run on must itself be beyond doubt.</summary>
public sealed class InMemoryTransportTests
{
    [Fact]
    public async Task A_message_is_copied_and_arrives_in_order()
    {
        (InMemoryTransport client, InMemoryTransport server) = InMemoryTransport.CreatePair();
        byte[] message = [1, 2, 3];
        await client.SendAsync(message);
        message[0] = 9;
        await client.SendAsync(message);

        byte[] buffer = new byte[10];
        Assert.Equal(new TransportRead(0, false, TransportReadKind.Binary), await server.ReceiveAsync(default));
        Assert.Equal(new TransportRead(3, true, TransportReadKind.Binary), await server.ReceiveAsync(buffer));
        Assert.Equal(1, buffer[0]);
        await server.ReceiveAsync(buffer);
        Assert.Equal(9, buffer[0]);
    }

    [Fact]
    public async Task Messages_can_be_cut_into_single_bytes()
    {
        (InMemoryTransport client, InMemoryTransport server) = InMemoryTransport.CreatePair(new InMemoryTransportOptions { MaxReadSize = 1 });
        await client.SendAsync(new byte[] { 1, 2 });

        byte[] buffer = new byte[10];
        Assert.Equal(new TransportRead(1, false, TransportReadKind.Binary), await server.ReceiveAsync(buffer));
        Assert.Equal(new TransportRead(1, true, TransportReadKind.Binary), await server.ReceiveAsync(buffer));
    }

    [Fact]
    public async Task A_hook_may_hold_alter_or_lose_a_message()
    {
        var gate = new TaskCompletionSource();
        (InMemoryTransport client, InMemoryTransport server) = InMemoryTransport.CreatePair(new InMemoryTransportOptions
        {
            OnSend = async message =>
            {
                await gate.Task;
                return message.Length == 1 ? null : message[1..];
            },
        });

        Task lost = client.SendAsync(new byte[] { 1 }).AsTask();
        Assert.False(lost.IsCompleted);
        gate.SetResult();
        await lost;
        await client.SendAsync(new byte[] { 1, 2, 3 });

        byte[] buffer = new byte[10];
        Assert.Equal(new TransportRead(2, true, TransportReadKind.Binary), await server.ReceiveAsync(buffer));
        Assert.Equal(2, buffer[0]);
    }

    [Fact]
    public async Task Latency_delays_messages_side_by_side()
    {
        var time = new FakeTimeProvider();
        (InMemoryTransport client, InMemoryTransport server) = InMemoryTransport.CreatePair(
            new InMemoryTransportOptions { Latency = TimeSpan.FromMilliseconds(16), TimeProvider = time });
        await client.SendAsync(new byte[] { 1 });
        await client.SendAsync(new byte[] { 2 });
        Task<TransportRead> first = server.ReceiveAsync(new byte[1]).AsTask();

        time.Advance(TimeSpan.FromMilliseconds(15));
        Assert.False(first.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));
        await first;

        Assert.True(server.ReceiveAsync(new byte[1]).IsCompleted);
    }

    [Fact]
    public async Task Closing_ends_one_direction_after_what_was_sent()
    {
        (InMemoryTransport client, InMemoryTransport server) = InMemoryTransport.CreatePair();
        await client.SendAsync(new byte[] { 1 });
        await client.CloseAsync(TransportCloseCode.PolicyViolation, "because");

        await server.ReceiveAsync(new byte[1]);
        Assert.Equal(TransportReadKind.Close, (await server.ReceiveAsync(new byte[1])).Kind);
        Assert.Equal((TransportCloseCode.PolicyViolation, "because"), server.CloseReceived);
        await server.SendAsync(new byte[] { 2 });
        Assert.Equal(1, (await client.ReceiveAsync(new byte[1])).Count);
        await Assert.ThrowsAsync<IOException>(() => client.SendAsync(new byte[] { 3 }).AsTask());
    }

    [Fact]
    public async Task An_abort_fails_both_ends_and_loses_what_is_queued()
    {
        (InMemoryTransport client, InMemoryTransport server) = InMemoryTransport.CreatePair();
        Task<TransportRead> waiting = client.ReceiveAsync(default).AsTask();
        await client.SendAsync(new byte[] { 1 });

        server.Abort();

        await Assert.ThrowsAsync<IOException>(() => waiting);
        await Assert.ThrowsAsync<IOException>(() => server.ReceiveAsync(new byte[1]).AsTask());
        await Assert.ThrowsAsync<IOException>(() => client.SendAsync(new byte[] { 1 }).AsTask());
    }

    [Fact]
    public async Task An_abort_fails_a_send_that_a_hook_holds()
    {
        var gate = new TaskCompletionSource<byte[]?>();
        (InMemoryTransport client, _) = InMemoryTransport.CreatePair(new InMemoryTransportOptions { OnSend = _ => new ValueTask<byte[]?>(gate.Task) });
        Task held = client.SendAsync(new byte[] { 1 }).AsTask();

        client.Abort();

        await Assert.ThrowsAsync<IOException>(() => held);
    }
}
