//// RPCWSS005 a property that is read
[RpcContract]
public partial interface IOrders
{
    /// <summary>How many there are.</summary>
    int Count { get; } // of today

    ValueTask PutAsync(int id);
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    /// <summary>How many there are.</summary>
    ValueTask<int> GetCountAsync(CancellationToken cancellationToken = default); // of today

    ValueTask PutAsync(int id);
}
//// RPCWSS005 a property that is set too
[RpcContract]
public partial interface IOrders
{
    // The limit of a day.
    int? Limit { get; set; }

    ValueTask PutAsync(int id);
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    // The limit of a day.
    ValueTask<int?> GetLimitAsync(CancellationToken cancellationToken = default);

    ValueTask SetLimitAsync(int? value, CancellationToken cancellationToken = default);

    ValueTask PutAsync(int id);
}
//// RPCWSS005 a property that is a task, beside a method of the same meaning
[RpcContract]
public partial interface IOrders
{
    Task<string> Name { get; }

    [RpcMethod(Name = "NameOf")]
    ValueTask<string> GetNameAsync(int id);
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    Task<string> GetName2Async(CancellationToken cancellationToken = default);

    [RpcMethod(Name = "NameOf")]
    ValueTask<string> GetNameAsync(int id);
}
//// RPCWSS005 an indexer
[RpcContract]
public partial interface IOrders
{
    string this[int id, string @class] { get; set; }
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    ValueTask<string> GetItemAsync(int id, string @class, CancellationToken cancellationToken = default);

    ValueTask SetItemAsync(int id, string @class, string value, CancellationToken cancellationToken = default);
}
//// RPCWSS005 events
[RpcContract]
public partial interface IOrders
{
    event EventHandler Cleared;
    event EventHandler<int> Added;
    event Action<int, string> Renamed;
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    IAsyncEnumerable<DateTimeOffset> WatchClearedAsync(CancellationToken cancellationToken = default);
    IAsyncEnumerable<int> WatchAddedAsync(CancellationToken cancellationToken = default);
    IAsyncEnumerable<(int arg1, string arg2)> WatchRenamedAsync(CancellationToken cancellationToken = default);
}
//// RPCWSS005 an inherited property
public interface ICounted
{
    long Count { get; }
}

[RpcContract]
public partial interface IOrders : ICounted
{
}
//// becomes
public interface ICounted
{
    ValueTask<long> GetCountAsync(CancellationToken cancellationToken = default);
}

[RpcContract]
public partial interface IOrders : ICounted
{
}
//// RPCWSS006 a static abstract method
[RpcContract]
public partial interface IOrders
{
    /// <summary>The limit.</summary>
    static abstract int Limit(string customer);
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    /// <summary>The limit.</summary>
    ValueTask<int> Limit(string customer);
}
//// RPCWSS006 a static abstract property
[RpcContract]
public partial interface IOrders
{
    static abstract int Limit { get; }
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    ValueTask<int> GetLimitAsync(CancellationToken cancellationToken = default);
}
//// RPCWSS007 a protected method
[RpcContract]
public partial interface IOrders
{
    // For those that inherit.
    protected ValueTask<int> CountAsync();
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    // For those that inherit.
    ValueTask<int> CountAsync();
}
//// RPCWSS008 a method and who calls it
[RpcContract]
public partial interface IOrders
{
    ValueTask<int> __RpcCountAsync();
}

public class User(IOrders orders)
{
    public ValueTask<int> Count() => orders.__RpcCountAsync();
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    ValueTask<int> CountAsync();
}

public class User(IOrders orders)
{
    public ValueTask<int> Count() => orders.CountAsync();
}
//// RPCWSS008 a name that is taken without the prefix
[RpcContract]
public partial interface IOrders
{
    ValueTask<int> CountAsync();

    [RpcMethod(Name = "Other")]
    ValueTask<int> __Rpc_CountAsync(int id);
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    ValueTask<int> CountAsync();

    [RpcMethod(Name = "Other")]
    ValueTask<int> Count2Async(int id);
}
