namespace RpcWss.Conformance.Contracts;

/// <summary>Calls that take as long as the case wants. Each marks <c>KEY started</c>, and <c>KEY cancelled</c> when its token fires.</summary>
[RpcContract]
internal partial interface IWaiting
{
    /// <summary>Waits for the gate or the token.</summary>
    ValueTask<int> WaitAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Waits for the gate alone.</summary>
    ValueTask<int> IgnoreAsync(string key, CancellationToken cancellationToken = default);

    /// <summary>Sends headers, then waits for the gate or the token.</summary>
    ValueTask<int> WaitAfterHeadersAsync(string key, RpcCallContext? context = null);

    /// <summary>Takes a large argument and waits for the gate or the token.</summary>
    ValueTask<int> HoldAsync(string key, byte[] ballast, CancellationToken cancellationToken = default);
}
