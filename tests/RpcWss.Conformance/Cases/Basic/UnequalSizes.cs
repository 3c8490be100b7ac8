using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Services;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Basic;

/// <summary>Arguments and result go in chunks, with credit, and neither length is that of the other.</summary>
internal sealed class UnequalSizes() : PairCase("271828-bytes-in-314159-bytes-out")
{
    public override Wire Wires => Wire.AnyAndOldTls;

    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        byte[] question = new byte[271_828];
        settings.CreateRandom().NextBytes(question);

        byte[] answer = await pair.Proxy<IEcho>().AnswerAsync(question, 314_159);

        Check.Same(EchoService.AnswerTo(question, 314_159), answer, "the answer");
    }
}
