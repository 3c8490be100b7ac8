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
