using RpcWss.Connections;

namespace RpcWss.Tests.Connections;

/// <summary>A connection with nothing to do lets go of what it keeps for the next call, and whatever comes next finds it as if it had not.</summary>
public sealed class RestingConnectionTests
{
    // Would break: a peer that calls at the moment of rest, whose call stands in a queue that nobody looks at any more.
    [Fact]
    public async Task Calls_that_come_while_the_connection_goes_to_rest_are_all_answered()
    {
        await using ConnectionPair pair = await ConnectionPair.OpenAsync();
        using var stop = new CancellationTokenSource();
        Task resting = Task.Run(() => RestAlways(pair, stop.Token), TestContext.Current.CancellationToken);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => CallAsync(pair.Proxy, 500)));
        await stop.CancelAsync();
        await resting;
    }

    // Would break: the memory of a burst, which the connection would hold until its end.
    [Fact]
    public async Task A_connection_at_rest_keeps_no_call_for_the_next()
    {
        await using ConnectionPair pair = await ConnectionPair.OpenAsync();
        await CallAsync(pair.Proxy, 1);
        ConnectionCore core = pair.Server.Core;
        Rest(core.Work);
        lock (core.Gate)
        {
            Assert.Equal(0, core.Incoming.Kept);
        }

        await CallAsync(pair.Proxy, 1);
    }

    private static async Task CallAsync(IProbe proxy, int calls)
    {
        for (int call = 0; call < calls; call++)
        {
            Assert.Equal(call + 1, await proxy.AddAsync(call, 1));
        }
    }

    private static void RestAlways(ConnectionPair pair, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            _ = pair.Client.Core.Work.Look();
            _ = pair.Server.Core.Work.Look();
        }
    }

    private static void Rest(WorkQueue work)
    {
        while (work.Look())
        {
        }
    }
}
