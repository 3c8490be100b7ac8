using RpcWss.Conformance.Contracts;

namespace RpcWss.Conformance.Services;

internal sealed class TickersService(Board board) : ITickers
{
    public IAsyncEnumerable<byte[]> DroppingAsync(string key, int count, RpcCallContext? context) => TickAsync(key, count, context!);

    public IAsyncEnumerable<byte[]> LatestAsync(string key, int count, RpcCallContext? context) => TickAsync(key, count, context!);

    public IAsyncEnumerable<byte[]> FailingAsync(string key, int count, RpcCallContext? context) => TickAsync(key, count, context!);

    public ValueTask<int[]> FollowDroppingAsync(string key, IAsyncEnumerable<byte[]> ticks, CancellationToken cancellationToken) => FollowAsync(key, ticks, cancellationToken);

    public ValueTask<int[]> FollowLatestAsync(string key, IAsyncEnumerable<byte[]> ticks, CancellationToken cancellationToken) => FollowAsync(key, ticks, cancellationToken);

    public ValueTask<int[]> FollowFailingAsync(string key, IAsyncEnumerable<byte[]> ticks, CancellationToken cancellationToken) => FollowAsync(key, ticks, cancellationToken);

    public async ValueTask<string> ReportAsync(string key, int count, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        for (int step = 1; step <= count; step++)
        {
            progress?.Report(step);
        }

        board.Mark($"{key} reported");
        await WaitingService.PassAsync(board, key, cancellationToken);
        return "done";
    }

    private async IAsyncEnumerable<byte[]> TickAsync(string key, int count, RpcCallContext context)
    {
        await foreach (byte[] tick in Sources.TicksAsync(board, $"{key} inner", count))
        {
            yield return tick;
        }

        for (long dropped = context.ItemsDropped; dropped > 0; dropped--)
        {
            board.Mark($"{key} dropped");
        }

        board.Mark($"{key} ticked");
    }

    private async ValueTask<int[]> FollowAsync(string key, IAsyncEnumerable<byte[]> ticks, CancellationToken cancellationToken)
    {
        await WaitingService.PassAsync(board, key, cancellationToken);
        return await ticks.Select(static tick => BitConverter.ToInt32(tick)).ToArrayAsync(cancellationToken);
    }
}
