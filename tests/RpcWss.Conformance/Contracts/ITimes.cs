namespace RpcWss.Conformance.Contracts;

/// <summary>Calls about their own deadline.</summary>
[RpcContract]
internal partial interface ITimes
{
    /// <summary>How many milliseconds the call has left by the clock of the side that serves it; null for no deadline.</summary>
    ValueTask<double?> LeftAsync(RpcCallContext? context = null);

    /// <summary>Marks <c>KEY started</c>, waits for the gate, and asks the caller back how long that call has left.</summary>
    ValueTask<double?> LeftBehindAsync(string key, RpcCallContext? context = null);
}
