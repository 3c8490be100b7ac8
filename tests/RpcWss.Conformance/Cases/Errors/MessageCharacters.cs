using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Errors;

/// <summary>A message is text of any kind, down to the characters that make trouble elsewhere.</summary>
internal sealed class MessageCharacters() : PairCase("message-with-tabs-newlines-bmp-and-non-bmp-characters")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        foreach (string message in (string[])["a\tb\r\nc\n\n", "é ß Ж 漢字 \u2028 \uFFFD", "🦀 𝄞 \U0010FFFF", "\0 \u0001 \u007F", "%20 %0A \"quoted\" {0} \\", " leading and trailing "])
        {
            RpcException error = await Check.FailsAsync(RpcStatusCode.Aborted, pair.Proxy<IFaults>().FailAsync(RpcStatusCode.Aborted, message));
            Check.Equal(message, error.Message);
        }
    }
}
