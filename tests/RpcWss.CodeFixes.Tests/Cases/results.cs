//// RPCWSS011 a result at once
[RpcContract]
public partial interface IOrders
{
    /// <summary>How many.</summary>
    int Count(string customer); // now
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    /// <summary>How many.</summary>
    ValueTask<int> Count(string customer); // now
}
//// RPCWSS011 no result
[RpcContract]
public partial interface IOrders
{
    [RpcMethod(OneWay = true)]
    void Clear();
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    [RpcMethod(OneWay = true)]
    ValueTask Clear();
}
//// RPCWSS011 a task of a task
[RpcContract]
public partial interface IOrders
{
    Task<Task<(int Count, string? Name)>> CountAsync();
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    Task<(int Count, string? Name)> CountAsync();
}
//// RPCWSS011 tasks together
[RpcContract]
public partial interface IOrders
{
    (Task<int> Count, ValueTask, Task<string?> Name) Count();
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    ValueTask<(int Count, string? Name)> Count();
}
//// RPCWSS011 tasks in a row
[RpcContract]
public partial interface IOrders
{
    Task<int?>[] Counts();
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    ValueTask<int?[]> Counts();
}
//// RPCWSS011 something that can be awaited
using System.Runtime.CompilerServices;

[RpcContract]
public partial interface IOrders
{
    ConfiguredValueTaskAwaitable<string> Name();
}
//// becomes
using System.Runtime.CompilerServices;

[RpcContract]
public partial interface IOrders
{
    ValueTask<string> Name();
}
//// RPCWSS011 a result by reference
[RpcContract]
public partial interface IOrders
{
    ref readonly int Count();
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    ValueTask<int> Count();
}
//// RPCWSS011 a base that is out of reach
[RpcContract]
public partial interface IOrders : IDisposable // as all of ours
{
    ValueTask<int> CountAsync();
}
//// becomes
[RpcContract]
public partial interface IOrders // as all of ours
{
    ValueTask<int> CountAsync();
}
//// RPCWSS011 a base that is out of reach among others
public interface ICounted
{
    ValueTask<int> CountAsync();
}

[RpcContract]
public partial interface IOrders : IDisposable, ICounted
{
}
//// becomes
public interface ICounted
{
    ValueTask<int> CountAsync();
}

[RpcContract]
public partial interface IOrders : ICounted
{
}
//// RPCWSS011 an inherited method
public interface ICounted
{
    int Count();
}

[RpcContract]
public partial interface IOrders : ICounted
{
}
//// becomes
public interface ICounted
{
    ValueTask<int> Count();
}

[RpcContract]
public partial interface IOrders : ICounted
{
}
//// RPCWSS015 a one-way method with a result
[RpcContract]
public partial interface IOrders
{
    // Quick.
    [RpcMethod(OneWay = true)]
    Task<bool> TouchAsync(int id);
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    // Quick.
    Task<bool> TouchAsync(int id);
}
//// RPCWSS015 a one-way method with a result and a name
[RpcContract]
public partial interface IOrders
{
    [RpcMethod(Name = "touch", OneWay = true)]
    ValueTask<bool> TouchAsync(int id);
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    [RpcMethod(Name = "touch")]
    ValueTask<bool> TouchAsync(int id);
}
//// RPCWSS015 a one-way method whose result nobody needs [RemoveResult]
[RpcContract]
public partial interface IOrders
{
    [RpcMethod(OneWay = true)]
    Task<bool> TouchAsync(int id);
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    [RpcMethod(OneWay = true)]
    Task TouchAsync(int id);
}
//// RPCWSS017 a one-way method with a stream
[RpcContract]
public partial interface IOrders
{
    /// <summary>Takes all.</summary>
    [RpcMethod(OneWay = true)]
    ValueTask ImportAsync(IAsyncEnumerable<int> ids);
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    /// <summary>Takes all.</summary>
    ValueTask ImportAsync(IAsyncEnumerable<int> ids);
}
