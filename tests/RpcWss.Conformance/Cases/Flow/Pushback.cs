using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Services;
using RpcWss.Conformance.Sides;
using RpcWss.Conformance.Wires;
using RpcWss.Connections.Streams;

namespace RpcWss.Conformance.Cases.Flow;

/// <summary>A producer makes no more than the window holds while nobody reads, and goes on when somebody does.</summary>
internal sealed class Pushback() : PairCase("pushback-both-ways")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        const int Count = 100_000;
        await using IAsyncEnumerator<long> down = pair.Proxy<IStreams>().CountAsync("down", Count).GetAsyncEnumerator();
        Check.That(await down.MoveNextAsync());
        CallStreams result = StreamWatch.Of(pair.Caller);
        await Settle.UntilAsync(() => StreamWatch.IsReceiverFull(pair.Caller, result, 0), "the result's window is full");
        long most = (StreamWatch.CreditOf(pair.Caller, result, 0).Granted / 9) + 1;
        await pair.Proxy<IEcho>().EmptyAsync();
        int made = await pair.Board.CountAsync("down item");
        Check.That(made <= most, $"no more is made than fits, but {made} of {most}");
        int read = 1;
        while (await down.MoveNextAsync())
        {
            read++;
        }

        Check.Equal(Count, read);
        Task<long> up = pair.Proxy<IIterators>().HoldAsync("up", Sources.CountAsync(pair.OwnBoard, "source", Count)).AsTask();
        CallStreams parameter = StreamWatch.Of(pair.Caller);
        await Settle.UntilAsync(() => StreamWatch.IsSenderStalled(pair.Caller, parameter, 1), "the parameter's window is full");
        made = await pair.OwnBoard.CountAsync("source item");
        Check.That(made <= (16 * 1024 / 9) + 1, $"no more is made than fits, but {made}");
        await pair.Proxy<IEcho>().EmptyAsync();
        Check.Equal(made, await pair.OwnBoard.CountAsync("source item"));
        await pair.Board.OpenAsync("up");
        Check.Equal(Count, await up);
    }
}
