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
//// RPCWSS012 parameters that are only read
[RpcContract]
public partial interface IOrders
{
    ValueTask PutAsync(in int id, /* as printed */ ref readonly decimal price, string name);
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    ValueTask PutAsync(int id, /* as printed */ decimal price, string name);
}
//// RPCWSS012 a parameter that is set
[RpcContract]
public partial interface IOrders
{
    Task<bool> TryGetAsync(int id, out string? name, CancellationToken cancellationToken = default);
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    Task<(bool result, string? name)> TryGetAsync(int id, CancellationToken cancellationToken = default);
}
//// RPCWSS012 parameters that are set and changed
[RpcContract]
public partial interface IOrders
{
    ValueTask CountAsync(
        string customer,
        ref int count,
        out decimal sum);
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    ValueTask<(int count, decimal sum)> CountAsync(
        string customer,
        int count);
}
//// RPCWSS012 an inherited parameter that is set
public interface ICounted
{
    Task CountAsync(out int count);
}

[RpcContract]
public partial interface IOrders : ICounted
{
}
//// becomes
public interface ICounted
{
    Task<int> CountAsync();
}

[RpcContract]
public partial interface IOrders : ICounted
{
}
//// RPCWSS013 two tokens
[RpcContract]
public partial interface IOrders
{
    ValueTask<int> CountAsync(CancellationToken stop, string customer, CancellationToken abort);
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    ValueTask<int> CountAsync(string customer, CancellationToken cancellationToken = default);
}
//// RPCWSS013 a token that may be null
[RpcContract]
public partial interface IOrders
{
    ValueTask<int> CountAsync(string customer, CancellationToken? token = null);
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    ValueTask<int> CountAsync(string customer, CancellationToken token = default);
}
//// RPCWSS013 a token that may be null before many
[RpcContract]
public partial interface IOrders
{
    ValueTask<int> CountAsync(
        string customer,
        CancellationToken? token,
        params string[] names);
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    ValueTask<int> CountAsync(
        string customer,
        CancellationToken token = default,
        params string[] names);
}
//// RPCWSS014 three contexts
[RpcContract]
public partial interface IOrders
{
    ValueTask<int> CountAsync(RpcCallContext? context, RpcCallContext? other, int id, RpcCallContext? more = null);
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    ValueTask<int> CountAsync(RpcCallContext? context, int id);
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
//// RPCWSS019 a limit below zero
[RpcContract(Name = "orders", MaxPayloadSize = -1)]
public partial interface IOrders
{
    [RpcMethod(MaxPayloadSize = 10)]
    ValueTask<string> ExportAsync();
}
//// becomes
[RpcContract(Name = "orders")]
public partial interface IOrders
{
    [RpcMethod(MaxPayloadSize = 10)]
    ValueTask<string> ExportAsync();
}
//// RPCWSS019 no capacity
[RpcContract]
public partial interface IOrders
{
    [return: RpcStream(Capacity = 0, WhenSlow = RpcSlowConsumer.Fail)]
    IAsyncEnumerable<int> WatchAsync();
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    [return: RpcStream(Capacity = 1, WhenSlow = RpcSlowConsumer.Fail)]
    IAsyncEnumerable<int> WatchAsync();
}
//// RPCWSS019 no way to be slow
[RpcContract]
public partial interface IOrders
{
    [return: RpcStream(WhenSlow = (RpcSlowConsumer)9)]
    IAsyncEnumerable<int> WatchAsync();
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    IAsyncEnumerable<int> WatchAsync();
}
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
