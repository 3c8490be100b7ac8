//// RPCWSS016 items in a task
[RpcContract]
public partial interface IOrders
{
    /// <summary>Those to come.</summary>
    Task<IAsyncEnumerable<string?>> WatchAsync(CancellationToken cancellationToken = default);
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    /// <summary>Those to come.</summary>
    IAsyncEnumerable<string?> WatchAsync(CancellationToken cancellationToken = default);
}
//// RPCWSS016 a channel
using System.Threading.Channels;

[RpcContract]
public partial interface IOrders
{
    ValueTask<ChannelReader<int>> WatchAsync();
}
//// becomes
using System.Threading.Channels;

[RpcContract]
public partial interface IOrders
{
    IAsyncEnumerable<int> WatchAsync();
}
//// RPCWSS016 an observable in, and an observable out
[RpcContract]
public partial interface IOrders
{
    IObservable<int> WatchAsync(
        IObservable<string> words, // to look for
        int most);
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    IAsyncEnumerable<int> WatchAsync(
        IAsyncEnumerable<string> words, // to look for
        int most);
}
//// RPCWSS016 an observer
[RpcContract]
public partial interface IOrders
{
    ValueTask ImportAsync(IObserver<double>? percent = null);
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    ValueTask ImportAsync(IProgress<double>? percent = null);
}
//// RPCWSS016 progress of a class
[RpcContract]
public partial interface IOrders
{
    ValueTask ImportAsync(Progress<double> percent);
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    ValueTask ImportAsync(IProgress<double> percent);
}
//// RPCWSS016 a stream at once
[RpcContract]
public partial interface IOrders
{
    Stream Export();
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    ValueTask<Stream> Export();
}
//// RPCWSS016 a stream of a class, which may be null
[RpcContract]
public partial interface IOrders
{
    Task<FileStream?> ExportAsync(MemoryStream filter);
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    Task<Stream> ExportAsync(Stream filter);
}
//// RPCWSS018 settings of a number
[RpcContract]
public partial interface IOrders
{
    ValueTask ImportAsync([RpcStream(Capacity = 3)] int id, int most);
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    ValueTask ImportAsync(int id, int most);
}
//// RPCWSS018 settings of a result
[RpcContract]
public partial interface IOrders
{
    /// <summary>How many.</summary>
    [return: RpcStream(WhenSlow = RpcSlowConsumer.LatestOnly)]
    ValueTask<int> CountAsync();
}
//// becomes
[RpcContract]
public partial interface IOrders
{
    /// <summary>How many.</summary>
    ValueTask<int> CountAsync();
}
