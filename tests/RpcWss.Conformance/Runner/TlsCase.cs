namespace RpcWss.Conformance.Runner;

/// <summary>A case about how connections are encrypted and who trusts whom: it opens servers of its own, on loopback, with TLS 1.2 and 1.3.</summary>
internal abstract class TlsCase(string name) : ConformanceCase(name)
{
    public override Wire Wires => Wire.Loopback | Wire.LoopbackTls12;

    /// <summary>The client dials; whom it trusts and who trusts it are different cases.</summary>
    public sealed override bool HasDirections => false;

    public sealed override async Task RunAsync(CaseSettings settings)
    {
        await using var run = new TlsRun(settings);
        await RunAsync(run);
        run.Finish(this);
    }

    protected abstract Task RunAsync(TlsRun run);
}
