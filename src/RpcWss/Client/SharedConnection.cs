namespace RpcWss.Client;

/// <summary>
/// One TLS connection that the WebSockets of several clients go over, as streams of HTTP/2. It never changes into another one: when it is gone or full, it is spent, so what is known
/// of its handshake is true of every WebSocket on it.
/// </summary>
/// <param name="key">What it may be shared by.</param>
/// <param name="clock">The clock of whoever opens it.</param>
internal sealed class SharedConnection(SharedConnectionKey key, TimeProvider clock)
{
    // So many may be hit at once when it breaks, and share the window of what a server takes in; what servers allow by default.
    private const int MaxUsers = 100;

    private readonly TaskCompletionSource<int> _room = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long _since = clock.GetTimestamp();
    private ClientHandler? _handler;

    public SharedConnectionKey Key => key;

    /// <summary>The time since its opening began.</summary>
    public TimeSpan Age => clock.GetElapsedTime(_since);

    /// <summary>Who opens it, waits for it or uses it. Guarded by the lock of <see cref="RpcConnectionSharing"/>.</summary>
    public int Users { get; set; }

    /// <summary>How many may use it: known when TLS is up and the server has said how many streams it allows; 0 when its first user has failed to get there.</summary>
    public Task<int> Room => _room.Task;

    /// <summary>Whether nobody else can use it.</summary>
    public bool IsFull => _room.Task.IsCompletedSuccessfully && Users >= _room.Task.Result;

    /// <summary>Its HTTP stack; to be asked for by the first user, and by others once there is room.</summary>
    public ClientHandler Handler => _handler ?? throw new InvalidOperationException("The shared connection has not been opened.");

    /// <summary>Made by the first user, not under any lock: it reads files.</summary>
    /// <exception cref="RpcConnectException">The client's own certificate cannot be used.</exception>
    public ClientHandler Open(Uri uri, RpcClientOptions options) =>
        _handler = new ClientHandler(uri, options, allowed => _room.TrySetResult((int)Math.Min(allowed, MaxUsers)));

    /// <summary>The first user has failed, unless there is room already.</summary>
    public void Fail() => _room.TrySetResult(0);

    public void Close() => _handler?.Dispose();
}
