using RpcWss.Conformance.Wires;
using RpcWss.Fuzz.Floods;

namespace RpcWss.Fuzz.Tests;

/// <summary>Floods over wss end with the offender's connection closed for a reason, while its neighbours are served. What they notice is measured by the program's <c>floods</c>.</summary>
public sealed class FloodTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    public static TheoryData<string, string> Floods => new()
    {
        { "pings", "too many of its calls ended abnormally" },
        { "grants of a byte", "carry next to nothing" },
        { "calls cancelled at once", "too many of its calls ended abnormally" },
        { "bad payloads", "too many of its calls ended abnormally" },
        { "chunks of a byte", "carry next to nothing" },
        { "late frames", "carry next to nothing" },
        { "unknown frames", "carry next to nothing" },
        { "streams opened", "too many of its calls ended abnormally" },
        { "calls of nothing", "carry next to nothing|wait for it to be read" },      // as fast as the flooder's reading is
        { "calls without reading", "wait for it to be read|too many of its calls ended abnormally" },   // as fast as the handlers are
        { "empty fragments", "more than 64 empty fragments" },
        { "garbage", "An element has the wrong type" },
    };

    [Theory]
    [MemberData(nameof(Floods))]
    public async Task A_flood_ends_its_connection_and_no_other(string name, string reason)
    {
        var ended = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using FloodedServer server = await FloodedServer.StartAsync(said => ended.TrySetResult(said));
        await using Neighbours neighbours = await Neighbours.ConnectAsync(server.Address, LoopbackCertificates.Root);
        using var stop = new CancellationTokenSource();
        Task<TimeSpan[]> calling = neighbours.CallAsync(stop.Token);

        FloodEnd end = await Flooder.RunAsync(server.Address, Flood.Find(name), _patience);
        string why = await ended.Task.WaitAsync(_patience, TestContext.Current.CancellationToken);
        await stop.CancelAsync();

        Assert.True(end.HasEnded, $"{end.Sent} frames were sent, and nothing ended it.");
        Assert.Matches(reason, why);
        Assert.NotEmpty(await calling);
        Assert.Empty(server.Log.Lines);
    }

    [Fact]
    public void Every_flood_is_tested() => Assert.Equal(Flood.All.Select(flood => flood.Name).Order(), Floods.Select(row => row.Data.Item1).Order());
}
