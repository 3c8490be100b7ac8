namespace RpcWss.Fuzz.Contracts;

/// <summary>An ordered contract.</summary>
[RpcContract(Name = "fuzz.ledger", Ordered = true)]
internal partial interface ILedger
{
    [RpcMethod(OneWay = true)]
    ValueTask AppendAsync(int number);

    ValueTask<int> ReadAsync(CancellationToken cancellationToken = default);
}
