using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Cancellation;

/// <summary>
/// Whether the cancel or the response comes first is chance; that the caller gets one outcome, the whole of it, and both sides forget the call, is not.
/// </summary>
internal sealed class CancelRacesResponse() : PairCase("cancel-races-response-10000-times")
{
    private const int AtOnce = 50;

    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        Random random = settings.CreateRandom();
        int rounds = settings.Count(quick: 500, full: 10_000) / AtOnce;
        int answered = 0, cancelled = 0;
        for (int round = 0; round < rounds; round++)
        {
            bool[] outcomes = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(call => RaceAsync(pair.Proxy<IEcho>(), call, random.Next(4))));
            answered += outcomes.Count(outcome => outcome);
            cancelled += outcomes.Count(outcome => !outcome);
        }

        Check.That(answered > 0 && cancelled > 0, $"both outcomes, but {answered} calls were answered and {cancelled} cancelled");
    }

    // True for a result, false for a cancel; anything else fails.
    private static async Task<bool> RaceAsync(IEcho echo, int number, int way)
    {
        using var source = new CancellationTokenSource();
        Task<int> pace = way == 3 ? Task.FromResult(0) : echo.NextAsync(-1).AsTask();
        Task<int> call = echo.NextAsync(number, source.Token).AsTask();
        if (way != 0)
        {
            // The response of the call before tells that this one's is about to come.
            await pace;
        }

        if (way == 1)
        {
            await call;
        }

        await source.CancelAsync();
        await pace;
        try
        {
            Check.Equal(number + 1, await call);
            return true;
        }
        catch (OperationCanceledException error)
        {
            Check.That(error.CancellationToken == source.Token && way != 1);
            return false;
        }
    }
}
