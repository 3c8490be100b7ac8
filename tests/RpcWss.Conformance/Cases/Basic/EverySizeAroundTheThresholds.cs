using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Services;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Basic;

/// <summary>Payloads change how they travel at 16 KiB (inline or chunks) and 128 KiB (with or without credit); a byte more or less must not matter.</summary>
internal sealed class EverySizeAroundTheThresholds() : PairCase("every-size-around-the-thresholds")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        IEcho echo = pair.Proxy<IEcho>();
        Random random = settings.CreateRandom();
        int reach = settings.Count(quick: 0, full: 32);
        foreach (int threshold in (int[])[0, 256, 16 * 1024, 32 * 1024, 128 * 1024])
        {
            // What stands around the bytes takes 4 to 12 more.
            for (int length = Math.Max(0, threshold - 12 - reach); length <= threshold - 4 + reach; length++)
            {
                byte[] question = new byte[length];
                random.NextBytes(question);
                byte[] answer = await echo.AnswerAsync(question, length);
                Check.Same(EchoService.AnswerTo(question, length), answer, $"the answer of {length} bytes");
            }
        }
    }
}
