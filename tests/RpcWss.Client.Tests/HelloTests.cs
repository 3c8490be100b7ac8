using Microsoft.Extensions.Time.Testing;

namespace RpcWss.Client.Tests;

/// <summary>A peer that speaks TLS, HTTP and WebSocket in due form, and then not our protocol.</summary>
public sealed class HelloTests(Certificates certificates)
{
    [Theory]
    [InlineData(new byte[] { 0x82, 0x01, 0xC1 }, "violated the protocol")]              // a byte that MessagePack never uses
    [InlineData(new byte[] { 0x82, 0x03, 0x92, 0x09, 0x01 }, "violated the protocol")]  // PING before HELLO
    [InlineData(new byte[] { 0x81, 0x02, 0x68, 0x69 }, "text message")]
    [InlineData(new byte[] { 0x88, 0x00 }, "closed the connection")]
    [InlineData(new byte[] { 0x82, 0x09, 0x98, 0x00, 0x63, 0x01, 0x90, 0x00, 0xC0, 0xC0, 0xC0 }, "speaks another version of the protocol; 99")]
    public async Task What_comes_instead_of_a_HELLO_is_said(byte[] frame, string text)
    {
        await using RawServer server = RawServer.Upgrading(certificates.Serve(certificates.Test.Server), async (stream, cancellationToken) =>
        {
            await stream.WriteAsync(frame, cancellationToken);
            await RawServer.ReadToCloseAsync(stream, cancellationToken);
        });

        RpcConnectException error = await Connecting.FailAsync(server.Uri, certificates.Options());

        Assert.Equal(RpcConnectFailure.Hello, error.Reason);
        Assert.StartsWith($"wss://localhost:{server.Port}/rpc opened a WebSocket, but its HELLO did not come or is not acceptable: ", error.Message);
        Assert.Contains(text, error.Message);
    }

    [Fact]
    public async Task A_server_that_hangs_up_before_its_HELLO_is_recognized()
    {
        await using RawServer server = RawServer.Upgrading(certificates.Serve(certificates.Test.Server), static (_, _) => Task.CompletedTask);

        Assert.Equal(RpcConnectFailure.Hello, (await Connecting.FailAsync(server.Uri, certificates.Options())).Reason);
    }

    [Fact]
    public async Task A_server_that_is_silent_after_the_upgrade_is_given_up_at_once_when_the_time_is_over()
    {
        var clientsHello = new TaskCompletionSource();
        await using RawServer server = RawServer.Upgrading(certificates.Serve(certificates.Test.Server), async (stream, cancellationToken) =>
        {
            await stream.ReadExactlyAsync(new byte[8], cancellationToken);
            clientsHello.SetResult();
            await RawServer.ReadToEndAsync(stream, cancellationToken);
        });
        var time = new FakeTimeProvider();
        RpcClientOptions options = certificates.Options();
        options.TimeProvider = time;
        Task<RpcConnectException> connecting = Connecting.FailAsync(server.Uri, options);
        await clientsHello.Task;

        time.Advance(TimeSpan.FromSeconds(10));

        // On this clock a wait for the peer's Close would never end.
        RpcConnectException error = await connecting;
        Assert.Equal(RpcConnectFailure.Timeout, error.Reason);
        Assert.Contains("took longer than 10 s, while its HELLO was awaited.", error.Message);
    }
}
