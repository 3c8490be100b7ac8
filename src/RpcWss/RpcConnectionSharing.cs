using RpcWss.Client;

namespace RpcWss;

/// <summary>
/// Among which clients TLS connections are shared, where <see cref="RpcClientOptions.HttpVersion"/> is HTTP/2: those whose options hold the same object and that go to the same host
/// and port, under an equal <see cref="TlsPolicy"/>, through the same proxy. A TLS connection lives as long as somebody uses it, and takes as many as the server lets it, at most 100;
/// then there is another one. Ten minutes after its handshake it takes no more, so that certificates are looked at again. There is nothing to dispose of. Thread-safe.
/// </summary>
/// <example>
/// <code>
/// var sharing = new RpcConnectionSharing();
/// var options = new RpcClientOptions { HttpVersion = RpcHttpVersion.Http2OrHttp11, Sharing = sharing };
/// </code>
/// </example>
public sealed class RpcConnectionSharing
{
    /// <summary>Renewed certificates, new pins of a server and revocations reach those who join within this time.</summary>
    internal static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(10);

    /// <summary>How long a server that opens no WebSockets over HTTP/2 is not asked again: asking costs a handshake.</summary>
    internal static readonly TimeSpan RefusalLasts = TimeSpan.FromMinutes(1);

    private const int MaxRefusals = 256;

    private readonly Lock _lock = new();

    // Both are guarded by the lock, as is each connection's count of users.
    private readonly Dictionary<SharedConnectionKey, SharedConnection> _current = [];
    private readonly Dictionary<SharedConnectionKey, (TimeProvider Clock, long Since)> _refusals = [];

    /// <summary>How many TLS connections are open to whoever joins, or are being opened.</summary>
    internal int Count
    {
        get
        {
            lock (_lock)
            {
                return _current.Count;
            }
        }
    }

    /// <summary>Joins the users of a connection, or becomes the first of a new one.</summary>
    internal SharedConnectionUse Join(SharedConnectionKey key, TimeProvider clock)
    {
        lock (_lock)
        {
            if (!_current.TryGetValue(key, out SharedConnection? connection) || connection.Age >= MaxAge || connection.IsFull)
            {
                connection = new SharedConnection(key, clock);
                _current[key] = connection;
            }

            return new SharedConnectionUse(this, connection, connection.Users++);
        }
    }

    /// <summary>Whether the server was found not to open WebSockets over HTTP/2 a short while ago.</summary>
    internal bool IsRefused(SharedConnectionKey key)
    {
        lock (_lock)
        {
            return _refusals.TryGetValue(key, out (TimeProvider Clock, long Since) refusal) && !IsOver(refusal);
        }
    }

    /// <summary>Remembers that the server does not open WebSockets over HTTP/2.</summary>
    internal void Refused(SharedConnectionKey key, TimeProvider clock)
    {
        lock (_lock)
        {
            foreach ((SharedConnectionKey other, (TimeProvider Clock, long Since) refusal) in _refusals)
            {
                if (IsOver(refusal) || _refusals.Count >= MaxRefusals)
                {
                    _refusals.Remove(other);
                }
            }

            _refusals[key] = (clock, clock.GetTimestamp());
        }
    }

    /// <summary>Nobody joins this connection any more; those who use it keep it.</summary>
    internal void Retire(SharedConnection connection)
    {
        lock (_lock)
        {
            Forget(connection);
        }
    }

    /// <summary>One user less; the last one closes it.</summary>
    internal void Leave(SharedConnection connection)
    {
        lock (_lock)
        {
            if (--connection.Users > 0)
            {
                return;
            }

            Forget(connection);
        }

        connection.Close();
    }

    private static bool IsOver((TimeProvider Clock, long Since) refusal) => refusal.Clock.GetElapsedTime(refusal.Since) >= RefusalLasts;

    private void Forget(SharedConnection connection)
    {
        if (_current.TryGetValue(connection.Key, out SharedConnection? current) && current == connection)
        {
            _current.Remove(connection.Key);
        }
    }
}
