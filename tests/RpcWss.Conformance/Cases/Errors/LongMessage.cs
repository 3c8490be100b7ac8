using System.Text;
using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Errors;

/// <summary>A message is cut to 4,096 bytes of UTF-8, at the end of a character, and says that it was.</summary>
internal sealed class LongMessage() : PairCase("64-kib-message-is-cut-by-rule")
{
    private const int Limit = 4096;

    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        foreach (string character in (string[])["a", "é", "漢", "🦀"])
        {
            int width = Encoding.UTF8.GetByteCount(character);
            string whole = string.Concat(Enumerable.Repeat(character, Limit / width));
            Check.Equal(whole, await MessageAsync(pair, character, Limit / width), "a message that just fits");

            // Three bytes are for the ellipsis.
            string cut = string.Concat(Enumerable.Repeat(character, (Limit - 3) / width)) + "…";
            Check.Equal(cut, await MessageAsync(pair, character, 65_536 / width), "a message of 64 KiB");
            Check.Equal(cut, await MessageAsync(pair, character, (Limit / width) + 1), "a message a character too long");
        }
    }

    private static async Task<string> MessageAsync(Pair pair, string repeated, int times) =>
        (await Check.FailsAsync(RpcStatusCode.Aborted, pair.Proxy<IFaults>().FailAtLengthAsync(repeated, times))).Message;
}
