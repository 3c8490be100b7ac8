namespace RpcWss.Conformance.Contracts;

/// <summary>A contract that nobody hosts.</summary>
[RpcContract]
internal partial interface INowhere
{
    ValueTask<int> CountAsync(int value);

    [RpcMethod(OneWay = true)]
    ValueTask TellAsync(string text);
}
