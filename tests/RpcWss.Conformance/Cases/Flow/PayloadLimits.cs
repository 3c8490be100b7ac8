using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Services;
using RpcWss.Conformance.Sides;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Flow;

/// <summary>
/// Requests, responses, first and later items in both directions: exactly the limit passes, one byte more is ResourceExhausted and says which option would help.
/// </summary>
internal sealed class PayloadLimits() : PairCase("payload-at-the-limit-passes-one-byte-more-does-not")
{
    private static readonly SideOptions _small = new() { Limits = new RpcLimits { MaxPayloadSize = Limit, ReceiveBudget = 8 * Limit } };

    // Megabytes one byte at a time show nothing that smaller items do not.
    public override Wire Wires => Wire.Any & ~Wire.SingleBytes;

    public override SideOptions Caller => _small;

    public override SideOptions Callee => _small;

    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        await pair.Proxy<IEcho>().EmptyAsync();
        IEcho echo = pair.Proxy<IEcho>();
        IStreams streams = pair.Proxy<IStreams>();
        const string Option = "RpcLimits.MaxPayloadSize";

        // A bin of that size has five bytes of its own, an argument list of one argument one more.
        Check.Equal(Limit - 6, (await echo.BytesAsync(new byte[Limit - 6]))!.Length);
        RpcException request = await RefusedAsync(Option, echo.BytesAsync(new byte[Limit - 5]).AsTask());
        Check.Equal(RpcExecution.NotExecuted, request.Execution);
        Check.Equal(Limit - 5, (await echo.AnswerAsync([], Limit - 5)).Length);
        await RefusedAsync(Option, echo.AnswerAsync([], Limit - 4).AsTask());
        await ItemsAsync(Option, Limit, sizes => streams.SizesAsync(sizes), sizes => streams.VerifyAsync(Sources.SizesAsync(pair.OwnBoard, "up", sizes)));

        ILimited limited = pair.Proxy<ILimited>();
        const string Own = "RpcMethodAttribute.MaxPayloadSize";
        Check.Equal(ILimited.Limit - 6, await limited.SendAsync(new byte[ILimited.Limit - 6]));
        Check.Equal(RpcExecution.NotExecuted, (await RefusedAsync(Own, limited.SendAsync(new byte[ILimited.Limit - 5]).AsTask())).Execution);
        Check.Equal(ILimited.Limit - 5, (await limited.ReceiveAsync(ILimited.Limit - 5)).Length);
        await RefusedAsync(Own, limited.ReceiveAsync(ILimited.Limit - 4).AsTask());
        await ItemsAsync(Own, ILimited.Limit, sizes => limited.SizesAsync(sizes), sizes => limited.VerifyAsync(Sources.SizesAsync(pair.OwnBoard, "up", sizes)));
        Check.Equal(0, await pair.Board.CountAsync("abnormal"));
    }

    private const int Limit = 256 * 1024;

    private static async Task ItemsAsync(string option, int limit, Func<int[], IAsyncEnumerable<byte[]>> down, Func<int[], ValueTask<int[]>> up)
    {
        int fits = limit - 5, exceeds = limit - 4;
        foreach (int[] before in (int[][])[[], [1], [fits, 7]])
        {
            int[] passing = [.. before, fits, 3], failing = [.. before, exceeds, 3];
            Check.Sequence(passing, (await down(passing).ToListAsync()).Select(item => item.Length), "what passes down");
            Check.Sequence(passing, await up(passing), "what passes up");
            int count = 0;
            await RefusedAsync(option, CountAsync());
            Check.Equal(before.Length, count);
            await RefusedAsync(option, up(failing).AsTask());

            async Task CountAsync()
            {
                await foreach (byte[] _ in down(failing))
                {
                    count++;
                }
            }
        }
    }

    private static async Task<RpcException> RefusedAsync(string option, Task call)
    {
        RpcException refused = await Check.FailsAsync(RpcStatusCode.ResourceExhausted, call);
        Check.Contains(option, refused.Message);
        return refused;
    }
}
