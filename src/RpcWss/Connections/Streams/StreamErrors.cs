namespace RpcWss.Connections.Streams;

/// <summary>What producers and consumers of streams are told: what happened; with what; what to do.</summary>
internal static class StreamErrors
{
    public static RpcException ItemTooLarge(RpcMethodDescriptor method, long length, int limit) => new(
        RpcStatusCode.ResourceExhausted,
        $"An item of {method.FullName} takes {length:N0} bytes; the peer accepts {limit:N0}. Raise {PayloadLimit.OptionFor(method, limit)} there, or send smaller items.");

    public static RpcException ConsumerTooSlow(RpcMethodDescriptor method, RpcStreamDescriptor stream) => new(
        RpcStatusCode.ResourceExhausted,
        $"The consumer of {NameOf(method, stream)} is too slow: {stream.Capacity:N0} items waited for it, and the contract says that the stream fails then (RpcStreamAttribute.WhenSlow).");

    public static string Oversized(RpcMethodDescriptor method, int limit) =>
        $"An item of {method.FullName} takes more than the {limit:N0} bytes that are accepted ({PayloadLimit.OptionFor(method, limit)}).";

    public static InvalidOperationException EnumeratedTwice(RpcMethodDescriptor method) =>
        new($"The stream of {method.FullName} was enumerated before; it can be once. Call the method again, or keep the items.");

    public static ObjectDisposedException CallEnded(RpcMethodDescriptor method) =>
        new(nameof(IAsyncEnumerable<>), $"{method.FullName} has completed; its streams can be read no more.");

    private static string NameOf(RpcMethodDescriptor method, RpcStreamDescriptor stream) =>
        stream.Name.Length == 0 ? method.FullName : $"the stream \"{stream.Name}\" of {method.FullName}";
}
