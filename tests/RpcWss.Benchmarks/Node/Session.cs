namespace RpcWss.Benchmarks.Node;

/// <summary>
/// One connection of a subject's client with the operations that workloads are made of. What a subject cannot do, it does not override. Callers number
/// themselves from 0, for the subjects that have nothing to tell answers apart by but a place for each.
/// </summary>
internal abstract class Session : IAsyncDisposable
{
    public virtual ValueTask<int> AddAsync(int caller, int left, int right) => throw Unsupported();

    /// <summary>Sends bytes and gets them back; returns how many came.</summary>
    public virtual ValueTask<int> EchoAsync(int caller, byte[] bytes) => throw Unsupported();

    /// <summary>Sends an order and gets it back; returns how many lines came.</summary>
    public virtual ValueTask<int> ExchangeAsync(int caller, Order order) => throw Unsupported();

    /// <summary>Receives so many items: numbers when <paramref name="size"/> is 0, else that many bytes each. Returns how many came.</summary>
    public virtual Task<int> DownAsync(int count, int size) => throw Unsupported();

    /// <summary>Sends so many items. Returns how many the server got.</summary>
    public virtual Task<int> UpAsync(int count, int size) => throw Unsupported();

    /// <summary>Sends so many items and receives as many at the same time. Returns how many came.</summary>
    public virtual Task<int> DuplexAsync(int count, int size) => throw Unsupported();

    /// <summary>Lets the server call this client, from so many callers for so long. The server measures.</summary>
    public virtual Task<CallBackResult> CallBackAsync(int callers, int milliseconds) => throw Unsupported();

    /// <summary>A small call on the connection of <see cref="DownloadAsync"/> and <see cref="UploadAsync"/>.</summary>
    public virtual ValueTask<int> AddBesideAsync(int left, int right) => AddAsync(0, left, right);

    /// <summary>Gets one result of so many bytes.</summary>
    public virtual Task<int> DownloadAsync(int length) => throw Unsupported();

    /// <summary>Sends one argument; returns how many bytes arrived.</summary>
    public virtual Task<int> UploadAsync(byte[] bytes) => throw Unsupported();

    public abstract ValueTask DisposeAsync();

    private static NotSupportedException Unsupported() => new("The subject has no such operation.");
}
