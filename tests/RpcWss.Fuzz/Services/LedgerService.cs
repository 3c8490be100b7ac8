using RpcWss.Fuzz.Contracts;

namespace RpcWss.Fuzz.Services;

internal sealed class LedgerService : ILedger
{
    public async ValueTask AppendAsync(int number)
    {
        if (number % 16 == 0)
        {
            await Task.Yield();
        }
    }

    public async ValueTask<int> ReadAsync(CancellationToken cancellationToken)
    {
        await Task.Yield();
        return 0;
    }
}
