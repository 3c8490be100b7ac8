using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Sides;

namespace RpcWss.Conformance.Services;

internal sealed class RelayService(Side side) : IRelay
{
    public async ValueTask<int> WaitBehindAsync(string key, CancellationToken cancellationToken)
    {
        side.Board.Mark($"{key} started");
        if (side.Behind is not { } behind)
        {
            await WaitingService.PassAsync(side.Board, key, cancellationToken);
            return 1;
        }

        try
        {
            return 1 + await behind.GetProxy<IRelay>().WaitBehindAsync(key);
        }
        catch (OperationCanceledException)
        {
            side.Board.Mark($"{key} cancelled");
            throw;
        }
    }
}
