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
//// RPCWSS030 spans and native integers
[RpcContract]
public partial interface IOrders
{
    ValueTask ImportAsync(
        ReadOnlySpan<byte> content, // as it is
        nuint flags,
        params ReadOnlySpan<string?> names);
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    ValueTask ImportAsync(
        byte[] content, // as it is
        ulong flags,
        params string?[] names);
}
//// RPCWSS030 what a call has anyway
[RpcContract]
public partial interface IListener
{
    ValueTask ChangedAsync(nint id);
}

[RpcContract]
public partial interface IOrders
{
    ValueTask SubscribeAsync(int id, IListener listener, RpcCallOptions? options = null);
}
//// becomes
[RpcContract]
public partial interface IListener
{
    ValueTask ChangedAsync(long id);
}

[RpcContract]
public partial interface IOrders
{
    ValueTask SubscribeAsync(int id);
}
