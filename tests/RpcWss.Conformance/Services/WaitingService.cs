using RpcWss.Conformance.Contracts;

namespace RpcWss.Conformance.Services;

internal sealed class WaitingService(Board board) : IWaiting
{
    public async ValueTask<int> WaitAsync(string key, CancellationToken cancellationToken)
    {
        board.Mark($"{key} started");
        await PassAsync(board, key, cancellationToken);
        return 1;
    }

    public async ValueTask<int> IgnoreAsync(string key, CancellationToken cancellationToken)
    {
        await using CancellationTokenRegistration registration = cancellationToken.Register(() => board.Mark($"{key} cancelled"));
        board.Mark($"{key} started");
        await board.PassAsync(key);
        board.Mark($"{key} returned");
        return 1;
    }

    public async ValueTask<int> WaitAfterHeadersAsync(string key, RpcCallContext? context)
    {
        CancellationToken token = context!.CancellationToken;
        context.SendHeaders(new RpcMetadata { { "state", "running" } });
        board.Mark($"{key} started");
        await PassAsync(board, key, token);
        return 1;
    }

    public async ValueTask<int> HoldAsync(string key, byte[] ballast, CancellationToken cancellationToken)
    {
        board.Mark($"{key} started");
        await PassAsync(board, key, cancellationToken);
        return ballast.Length;
    }

    /// <summary>Waits for a gate or a token, and marks which it was.</summary>
    public static async Task PassAsync(Board board, string key, CancellationToken cancellationToken)
    {
        try
        {
            await board.PassAsync(key, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            board.Mark($"{key} cancelled");
            throw;
        }
    }
}
