using System.Net.WebSockets;
using System.Text;
using RpcWss.Connections;
using RpcWss.Transport;

namespace RpcWss.Client.Tests;

public sealed class WebSocketTransportTests
{
    [Fact]
    public async Task A_message_arrives_whole_however_it_is_read()
    {
        await using SocketPair pair = await SocketPair.ConnectAsync();
        byte[] message = new byte[5000];
        Random.Shared.NextBytes(message);

        await pair.Client.SendAsync(message);

        byte[] received = new byte[5000];
        int length = 0;
        TransportRead read;
        do
        {
            read = await pair.Server.ReceiveAsync(received.AsMemory(length, Math.Min(1700, 5000 - length)));
            length += read.Count;
            Assert.Equal(TransportReadKind.Binary, read.Kind);
        }
        while (!read.EndOfMessage);
        Assert.Equal(message, received.AsSpan(0, length));
    }

    [Fact]
    public async Task An_empty_read_waits_for_a_message_and_takes_nothing_of_it()
    {
        await using SocketPair pair = await SocketPair.ConnectAsync();
        ValueTask<TransportRead> waiting = pair.Server.ReceiveAsync(default);
        Assert.False(waiting.IsCompleted);

        await pair.Client.SendAsync(new byte[] { 1, 2, 3 });

        Assert.Equal(new TransportRead(0, false, TransportReadKind.Binary), await waiting);
        Assert.Equal(new TransportRead(3, true, TransportReadKind.Binary), await pair.Server.ReceiveAsync(new byte[10]));
    }

    [Fact]
    public async Task A_text_message_is_told_apart()
    {
        await using SocketPair pair = await SocketPair.ConnectAsync();
        await pair.ClientSocket.SendAsync("hello"u8.ToArray(), WebSocketMessageType.Text, true, TestContext.Current.CancellationToken);

        Assert.Equal(new TransportRead(5, true, TransportReadKind.Text), await pair.Server.ReceiveAsync(new byte[10]));
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(1002)]
    [InlineData(1008)]
    [InlineData(1011)]
    public async Task Closing_tells_the_peer_the_code_and_the_reason(int code)
    {
        await using SocketPair pair = await SocketPair.ConnectAsync();

        await pair.Server.CloseAsync((TransportCloseCode)code, "because");

        Assert.Equal(TransportReadKind.Close, (await pair.Client.ReceiveAsync(new byte[10])).Kind);
        Assert.Equal(code, (int)pair.ClientSocket.CloseStatus!);
        Assert.Equal("because", pair.ClientSocket.CloseStatusDescription);
    }

    [Fact]
    public async Task A_long_reason_is_cut_between_characters()
    {
        await using SocketPair pair = await SocketPair.ConnectAsync();

        await pair.Server.CloseAsync(TransportCloseCode.ProtocolError, new string('ü', 100));

        await pair.Client.ReceiveAsync(new byte[10]);
        // 123 bytes hold 61 characters of two bytes, and half of one.
        Assert.Equal(new string('ü', 61), pair.ClientSocket.CloseStatusDescription);
    }

    [Fact]
    public async Task Closing_twice_or_after_an_abort_does_nothing()
    {
        await using SocketPair pair = await SocketPair.ConnectAsync();
        await pair.Server.CloseAsync(TransportCloseCode.Normal, "");
        await pair.Server.CloseAsync(TransportCloseCode.Normal, "");

        pair.Client.Abort();
        pair.Client.Abort();
        await pair.Client.CloseAsync(TransportCloseCode.Normal, "");
    }

    [Fact]
    public async Task An_abort_fails_a_read_that_waits()
    {
        await using SocketPair pair = await SocketPair.ConnectAsync();
        Task<TransportRead> waiting = pair.Client.ReceiveAsync(default).AsTask();

        pair.Client.Abort();

        await Assert.ThrowsAnyAsync<Exception>(() => waiting);
    }

    [Fact]
    public async Task An_abort_fails_a_send_that_the_peer_does_not_read()
    {
        await using SocketPair pair = await SocketPair.ConnectAsync();
        // More than the kernel's buffers of both ends take together.
        Task sending = pair.Client.SendAsync(new byte[64 * 1024 * 1024]).AsTask();
        Assert.False(sending.IsCompleted);

        pair.Client.Abort();

        await Assert.ThrowsAnyAsync<Exception>(() => sending);
    }
}
