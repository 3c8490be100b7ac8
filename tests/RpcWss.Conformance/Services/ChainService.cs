using RpcWss.Conformance.Contracts;

namespace RpcWss.Conformance.Services;

internal sealed class ChainService(Board board) : IChain
{
    public async ValueTask<int> DescendAsync(int levels, byte[]? ballast, RpcCallContext? context) =>
        levels == 0 ? 1 : 1 + await context!.Peer.GetProxy<IChain>().DescendAsync(levels - 1, ballast);

    public async ValueTask<int> WaitBelowAsync(int levels, string key, CancellationToken cancellationToken, RpcCallContext? context)
    {
        if (levels == 0)
        {
            board.Mark($"{key} started");
            await WaitingService.PassAsync(board, key, cancellationToken);
            return 1;
        }

        try
        {
            // Passes no token on: cancellation flows by itself.
            return 1 + await context!.Peer.GetProxy<IChain>().WaitBelowAsync(levels - 1, key);
        }
        catch (OperationCanceledException)
        {
            board.Mark($"{key} level {levels} cancelled");
            throw;
        }
    }
}
