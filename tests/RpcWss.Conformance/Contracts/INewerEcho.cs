namespace RpcWss.Conformance.Contracts;

/// <summary>What <see cref="IEcho"/> may be one day: methods that today's service does not have.</summary>
[RpcContract(Name = IEcho.WireName)]
internal partial interface INewerEcho
{
    ValueTask<int> AddedLaterAsync(int value);

    [RpcMethod(OneWay = true)]
    ValueTask NotedLaterAsync(byte[]? ballast = null);
}
