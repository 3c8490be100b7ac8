//// RPCWSS001 a contract with a comment
/// <summary>Orders.</summary>
[RpcContract]
public interface IOrders // the shop's
{
    ValueTask<int> CountAsync();
}
//// becomes
/// <summary>Orders.</summary>
[RpcContract]
public partial interface IOrders // the shop's
{
    ValueTask<int> CountAsync();
}
//// RPCWSS001 a contract without modifiers
[RpcContract]
// not for others
interface IOrders
{
    ValueTask<int> CountAsync();
}
//// becomes
[RpcContract]
// not for others
partial interface IOrders
{
    ValueTask<int> CountAsync();
}
//// RPCWSS002 a type around a contract
public static class Shop
{
    [RpcContract]
    public partial interface IOrders
    {
        ValueTask<int> CountAsync();
    }
}
//// becomes
public static partial class Shop
{
    [RpcContract]
    public partial interface IOrders
    {
        ValueTask<int> CountAsync();
    }
}
//// RPCWSS004 a private contract
public partial class Shop
{
    [RpcContract]
    private partial interface IOrders
    {
        ValueTask<int> CountAsync();
    }
}
//// becomes
public partial class Shop
{
    [RpcContract]
    internal partial interface IOrders
    {
        ValueTask<int> CountAsync();
    }
}
//// RPCWSS004 a contract that does not say who sees it, within one that is private
public partial class Shop
{
    private static partial class Inner
    {
        // Asks for orders.
        [RpcContract]
        partial interface IOrders
        {
            ValueTask<int> CountAsync();
        }
    }
}
//// becomes
public partial class Shop
{
    internal static partial class Inner
    {
        // Asks for orders.
        [RpcContract]
        internal partial interface IOrders
        {
            ValueTask<int> CountAsync();
        }
    }
}
//// RPCWSS004 a contract of one file
[RpcContract]
file partial interface IOrders
{
    ValueTask<int> CountAsync();
}
//// becomes
[RpcContract]
internal partial interface IOrders
{
    ValueTask<int> CountAsync();
}
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
//// RPCWSS050 a proxy of an interface that is not marked
public interface IOrders
{
    ValueTask<int> CountAsync();
}

public class User(RpcPeer peer)
{
    public ValueTask<int> Count() => peer.GetProxy<IOrders>().CountAsync();
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    ValueTask<int> CountAsync();
}

public class User(RpcPeer peer)
{
    public ValueTask<int> Count() => peer.GetProxy<IOrders>().CountAsync();
}
//// RPCWSS050 an interface within others, and its type inferred
public class Shop
{
    /// <summary>Orders.</summary>
    internal interface IOrders
    {
        ValueTask<int> CountAsync();
    }

    internal static IOrders Quick(IOrders orders) => orders.With(new RpcCallOptions());
}
//// becomes
public partial class Shop
{
    /// <summary>Orders.</summary>
    [RpcContract]
    internal partial interface IOrders
    {
        ValueTask<int> CountAsync();
    }

    internal static IOrders Quick(IOrders orders) => orders.With(new RpcCallOptions());
}
