using RpcWss.Transport;

namespace RpcWss.Tests.Connections;

/// <summary>Whatever part of a conversation was the last to come, every call ends.</summary>
public sealed class VanishingPeerTests
{
    [Fact]
    public async Task Wherever_the_peers_bytes_stop_every_call_completes_with_its_result_or_a_typed_error()
    {
        int ended = 0;
        for (int bytes = 0; bytes < 700; bytes++)
        {
            ended += await RunAsync(bytes) ? 1 : 0;
        }

        // The shortest cut everything off, the longest nothing: the cuts fell where they were meant to.
        Assert.InRange(ended, 100, 699);
    }

    // True when the connection was cut before all calls had their results.
    private static async Task<bool> RunAsync(int bytes)
    {
        int left = int.MaxValue;
        ValueTask<byte[]?> CutAsync(byte[] message)
        {
            int count = Math.Min(message.Length, left);
            left -= count;
            return count == message.Length ? new(message) : throw new IOException("The peer has vanished.");
        }

        await using ConnectionPair pair = await ConnectionPair.OpenAsync(fromServer: new InMemoryTransportOptions { OnSend = CutAsync });
        left = bytes;
        Task[] calls =
        [
            .. Enumerable.Range(0, 10).Select(call => pair.Proxy.AddAsync(call, 1, TestContext.Current.CancellationToken).AsTask()),
            .. Enumerable.Range(0, 10).Select(call => pair.Proxy.EchoAsync(new byte[20], TestContext.Current.CancellationToken).AsTask()),
        ];
        bool failed = false;
        foreach (Task call in calls)
        {
            try
            {
                await call.WaitAsync(TestContext.Current.CancellationToken);
            }
            catch (RpcException error)
            {
                Assert.Equal(RpcStatusCode.Unavailable, error.StatusCode);
                failed = true;
            }
        }

        return failed;
    }
}
