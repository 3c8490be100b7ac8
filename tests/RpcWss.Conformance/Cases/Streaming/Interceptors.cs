using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Services;
using RpcWss.Conformance.Sides;

namespace RpcWss.Conformance.Cases.Streaming;

/// <summary>Interceptors see a call with streams once, from its start to the end of its streams, and learn how it ended.</summary>
internal sealed class Interceptors() : LocalCase("interceptors-around-streaming-calls-both-sides")
{
    protected override async Task RunAsync(LocalRun run)
    {
        var outgoing = new Noting();
        var incoming = new Noting();
        Side caller = new(new SideOptions { OutgoingInterceptors = [outgoing] }), callee = new(new SideOptions { IncomingInterceptors = [incoming] });
        outgoing.Board = caller.Board;
        incoming.Board = callee.Board;
        RpcConnection calling = run.Connect(caller, callee).Caller;

        Check.Equal(1000L, await calling.GetProxy<IStreams>().CheckAsync(Sources.CountAsync(caller.Board, "up", 1000)));
        Check.Equal(1000, await calling.GetProxy<IStreams>().CountAsync("down", 1000).CountAsync());
        await Check.FailsAsync(RpcStatusCode.OutOfRange, calling.GetProxy<IIterators>().FailAfterAsync("fails", 5, RpcStatusCode.OutOfRange, "").CountAsync());
        await using (IAsyncEnumerator<long> waiting = calling.GetProxy<IIterators>().WaitAsync("wait", 1).GetAsyncEnumerator())
        {
            Check.That(await waiting.MoveNextAsync());
            await callee.Board.ReachedAsync("begin WaitAsync");
            Check.Equal(0, await caller.Board.CountAsync("end WaitAsync"));
            Check.Equal(0, await callee.Board.CountAsync("end WaitAsync"));
        }

        foreach (Board board in (Board[])[caller.Board, callee.Board])
        {
            foreach (string end in (string[])["end CheckAsync", "end CountAsync", "end FailAfterAsync OutOfRange", "end WaitAsync cancelled"])
            {
                await board.ReachedAsync(end);
                Check.Equal(1, await board.CountAsync(end));
            }
        }
    }

    private sealed class Noting : RpcInterceptor
    {
        public Board Board { get; set; } = null!;

        public override async ValueTask InterceptAsync(RpcInterceptedCall call, RpcInterceptorNext next)
        {
            Board.Mark($"begin {call.Method.Name}");
            string how = "";
            try
            {
                await next(call);
            }
            catch (RpcException error)
            {
                how = $" {error.StatusCode}";
                throw;
            }
            catch (OperationCanceledException)
            {
                how = " cancelled";
                throw;
            }
            finally
            {
                Board.Mark($"end {call.Method.Name}{how}");
            }
        }
    }
}
