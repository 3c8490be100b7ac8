using Microsoft.Extensions.Time.Testing;
using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Services;
using RpcWss.Conformance.Sides;

namespace RpcWss.Conformance.Cases.Streaming;

/// <summary>A deadline ends streams of both kinds as it ends calls: with its code, and the iterators at both sides.</summary>
internal sealed class DeadlineAmidStream() : LocalCase("deadline-in-the-midst-of-a-stream")
{
    protected override async Task RunAsync(LocalRun run)
    {
        var time = new FakeTimeProvider();
        Side caller = new(new SideOptions { Time = time }), callee = new(SideOptions.Default);
        RpcConnection calling = (await run.OpenAsync(caller, callee)).Caller;
        IIterators iterators = calling.GetProxy<IIterators>().With(new RpcCallOptions { Deadline = TimeSpan.FromSeconds(30) });
        await using IAsyncEnumerator<long> down = iterators.WaitAsync("down", 3).GetAsyncEnumerator();
        for (int item = 0; item < 3; item++)
        {
            Check.That(await down.MoveNextAsync());
        }

        Task waiting = down.MoveNextAsync().AsTask();
        Task<int> up = iterators.FollowAsync("up", Sources.CountAndWaitAsync(caller.Board, "source", 3)).AsTask();
        await callee.Board.ReachedAsync("up item", 3);
        await callee.Board.ReachedAsync("down waits");
        time.Advance(TimeSpan.FromSeconds(31));

        await Check.FailsAsync(RpcStatusCode.DeadlineExceeded, waiting);
        await Check.FailsAsync(RpcStatusCode.DeadlineExceeded, up);
        await callee.Board.ReachedAsync("down finally");
        await caller.Board.ReachedAsync("source finally");
        await callee.Board.ReachedAsync("up ended by its token");
    }
}
