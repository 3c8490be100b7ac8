using RpcWss.Conformance.Contracts;

namespace RpcWss.Conformance.Services;

internal sealed class TimesService(Board board, TimeProvider time) : ITimes
{
    public ValueTask<double?> LeftAsync(RpcCallContext? context) => new(LeftOf(context!));

    public async ValueTask<double?> LeftBehindAsync(string key, RpcCallContext? context)
    {
        board.Mark($"{key} started");
        await board.PassAsync(key, context!.CancellationToken);
        return await context.Peer.GetProxy<ITimes>().LeftAsync();
    }

    private double? LeftOf(RpcCallContext context) => (context.Deadline - time.GetUtcNow())?.TotalMilliseconds;
}
