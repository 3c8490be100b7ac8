using System.Security.Cryptography;
using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;
using RpcWss.Conformance.Wires;

namespace RpcWss.Conformance.Cases.Basic;

/// <summary>A payload far above the defaults, for which both sides raise their limits: by chunks, each way, unharmed.</summary>
internal sealed class SixtyFourMebibytes() : PairCase("64-mib-both-ways-by-chunks-hash-equal")
{
    private const int Length = 64 * 1024 * 1024;

    private static readonly SideOptions _roomy = new()
    {
        Limits = new RpcLimits { MaxPayloadSize = Length + 1024, ReceiveBudget = 8L * (Length + 1024), DefaultDeadline = Timeout.InfiniteTimeSpan },
    };

    // One byte at a time it would take minutes and show nothing that smaller payloads do not.
    public override Wire Wires => Wire.InMemory | Wire.Loopback | Wire.Processes;

    public override SideOptions Caller => _roomy;

    public override SideOptions Callee => _roomy;

    protected override async Task RunAsync(Pair pair, CaseSettings settings)
    {
        byte[] bytes = new byte[Length];
        settings.CreateRandom().NextBytes(bytes);

        byte[]? returned = await pair.Proxy<IEcho>().BytesAsync(bytes);

        Check.Same(SHA256.HashData(bytes), SHA256.HashData(returned!), "the hash");
    }
}
