using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Errors;

/// <summary>Text and bytes travel beside the arguments, ahead of the result and behind it, in order, with keys that repeat; with success and with failure.</summary>
internal sealed class MetadataBothWays() : PairCase("text-and-binary-metadata-both-ways-order-kept")
{
    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        var sent = new RpcMetadata
        {
            { "b", "second comes first" },
            { "a", new byte[] { 0, 255, 128 } },
            { "b", "é 🦀 \0" },
            { "z.9_-", "" },
            { "b", Array.Empty<byte>() },
            { new string('k', 128), new byte[300] },
        };
        foreach (bool fail in (bool[])[false, true])
        {
            var response = new RpcResponseMetadata();
            IFaults faults = pair.Proxy<IFaults>().With(new RpcCallOptions { Metadata = sent, Response = response });
            if (fail)
            {
                RpcException error = await Check.FailsAsync(RpcStatusCode.FailedPrecondition, faults.MirrorAsync(true));
                Check.Sequence(Show(sent).Reverse(), Show(error.Trailers!), "the trailers of the failure");
            }
            else
            {
                Check.Equal(sent.Count, await faults.MirrorAsync(false));
            }

            Check.Sequence(Show(sent), Show(response.Headers!), "the headers");
            Check.Sequence(Show(sent).Reverse(), Show(response.Trailers!), "the trailers");
        }

        var none = new RpcResponseMetadata();
        Check.Equal(0, await pair.Proxy<IFaults>().With(new RpcCallOptions { Response = none }).BurdenAsync(0, 0) - 1);
        Check.That(none.Headers is null && none.Trailers is null);
    }

    private static IEnumerable<string> Show(RpcMetadata metadata) =>
        metadata.Select(entry => entry.IsBinary ? $"{entry.Key}={Convert.ToHexString(entry.Binary.Span)}" : $"{entry.Key}=\"{entry.Text}\"");
}
