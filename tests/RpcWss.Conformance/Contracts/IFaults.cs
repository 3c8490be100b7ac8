namespace RpcWss.Conformance.Contracts;

/// <summary>Calls that fail.</summary>
[RpcContract]
internal partial interface IFaults
{
    /// <summary>Fails with a status of the service's choice.</summary>
    ValueTask<int> FailAsync(RpcStatusCode status, string message);

    /// <summary>Fails with a message that repeats a text.</summary>
    ValueTask<int> FailAtLengthAsync(string repeated, int times);

    /// <summary>Throws an exception that is not for the caller.</summary>
    ValueTask<int> ThrowAsync(string secret);

    /// <summary>Sends headers, then fails with trailers.</summary>
    ValueTask<int> FailAfterHeadersAsync(RpcCallContext? context = null);

    /// <summary>Returns the metadata received as headers and, reversed, as trailers; fails if asked to.</summary>
    ValueTask<int> MirrorAsync(bool fail, RpcCallContext? context = null);

    /// <summary>Sends headers, or trailers, of this size.</summary>
    ValueTask<int> BurdenAsync(int headerBytes, int trailerBytes, RpcCallContext? context = null);

    /// <summary>Fails with as much message, detail and trailers as one failure can carry.</summary>
    ValueTask<int> FailAtFullSizeAsync(RpcCallContext? context = null);

    /// <summary>Throws where nobody waits for the outcome.</summary>
    [RpcMethod(OneWay = true)]
    ValueTask ThrowUnheardAsync(string secret);
}
