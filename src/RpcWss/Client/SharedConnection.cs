namespace RpcWss.Client;

/// <summary>
/// One TLS connection that the WebSockets of several clients go over, as streams of HTTP/2. It never changes into another one: when it is gone or full, it is spent, so what is known
/// of its handshake is true of every WebSocket on it.
/// </summary>
/// <param name="key">What it may be shared by.</param>
/// <param name="clock">The clock of whoever opens it.</param>
internal sealed class SharedConnection(SharedConnectionKey key, TimeProvider clock)
{
    private readonly TaskCompletionSource<bool> _established = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly long _since = clock.GetTimestamp();
    private ClientHandler? _handler;

    public SharedConnectionKey Key => key;

    /// <summary>The time since its opening began.</summary>
    public TimeSpan Age => clock.GetElapsedTime(_since);

    /// <summary>Who opens it, waits for it or uses it. Guarded by the lock of <see cref="RpcConnectionSharing"/>.</summary>
    public int Users { get; set; }

    /// <summary>Completes when TLS is up and the server speaks HTTP/2 (true), or when its first user has failed to get there (false).</summary>
    public Task<bool> Established => _established.Task;

    /// <summary>Its HTTP stack; to be asked for by the first user, and by others once it is established.</summary>
    public ClientHandler Handler => _handler ?? throw new InvalidOperationException("The shared connection has not been opened.");

    /// <summary>Made by the first user, not under any lock: it reads files.</summary>
    /// <exception cref="RpcConnectException">The client's own certificate cannot be used.</exception>
    public ClientHandler Open(Uri uri, RpcClientOptions options) => _handler = new ClientHandler(uri, options, () => _established.TrySetResult(true));

    /// <summary>The first user has failed.</summary>
    public void Fail() => _established.TrySetResult(false);

    public void Close() => _handler?.Dispose();
}
