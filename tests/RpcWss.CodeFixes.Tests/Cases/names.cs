//// RPCWSS040 two overloads
[RpcContract]
public partial interface IOrders
{
    ValueTask<int> CountAsync();

    /// <summary>Those of a customer.</summary>
    [RpcMethod(MaxPayloadSize = 100)]
    ValueTask<int> CountAsync(string customer, CancellationToken cancellationToken = default);
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    ValueTask<int> CountAsync();

    /// <summary>Those of a customer.</summary>
    [RpcMethod(MaxPayloadSize = 100, Name = "CountByCustomerAsync")]
    ValueTask<int> CountAsync(string customer, CancellationToken cancellationToken = default);
}
//// RPCWSS040 one name given twice
[RpcContract]
public partial interface IOrders
{
    [RpcMethod(Name = "count")]
    ValueTask<int> CountAsync();

    [RpcMethod(Name = "count")]
    ValueTask<int> CountAllAsync();
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    [RpcMethod(Name = "count")]
    ValueTask<int> CountAsync();

    [RpcMethod(Name = "CountAllAsync")]
    ValueTask<int> CountAllAsync();
}
//// RPCWSS040 one name of two bases
public interface ILeft
{
    ValueTask<int> CountAsync();
}

public interface IRight
{
    ValueTask<int> CountAsync();
}

[RpcContract]
public partial interface IOrders : ILeft, IRight
{
}
//// becomes
public interface ILeft
{
    ValueTask<int> CountAsync();
}

public interface IRight
{
    [RpcMethod(Name = "Count2Async")]
    ValueTask<int> CountAsync();
}

[RpcContract]
public partial interface IOrders : ILeft, IRight
{
}
//// RPCWSS041 a name of a contract with a slash
[RpcContract(Name = "shop/orders")]
public partial interface IOrders
{
    ValueTask<int> CountAsync();
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    ValueTask<int> CountAsync();
}
//// RPCWSS041 a name of a method with a space
[RpcContract]
public partial interface IOrders
{
    [RpcMethod(Name = "count all")]
    ValueTask<int> CountAsync();
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    ValueTask<int> CountAsync();
}
