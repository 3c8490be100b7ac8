namespace RpcWss.Conformance.Contracts;

/// <summary>An ordered contract.</summary>
[RpcContract(Ordered = true)]
internal partial interface INotes
{
    [RpcMethod(OneWay = true)]
    ValueTask AppendAsync(int number, byte[]? ballast = null);

    ValueTask<int[]> ReadAsync();
}
