using System.Collections.Concurrent;

namespace RpcWss.Peers;

/// <summary>The connections of this host, by peer and by user. Thread-safe.</summary>
internal sealed class PeerDirectory : IRpcPeers
{
    // All of them; the others hold those whose peers the app may know of.
    private readonly ConcurrentDictionary<RpcConnection, bool> _connections = new();
    private readonly ConcurrentDictionary<string, RpcConnection> _byId = new(StringComparer.Ordinal);
    private readonly Lock _changingUsers = new();

    // Replaced as a whole under the lock, so that readers need none. Most users have one connection.
    private readonly ConcurrentDictionary<string, RpcPeer[]> _byUser = new(StringComparer.Ordinal);

    public int Count => _byId.Count;

    public IReadOnlyList<RpcPeer> All => [.. _byId.Values.Select(connection => connection.Peer)];

    public IReadOnlyList<RpcConnection> Connections => [.. _connections.Keys];

    public RpcPeer? Find(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        return _byId.TryGetValue(id, out RpcConnection? connection) ? connection.Peer : null;
    }

    public IReadOnlyList<RpcPeer> FindByUser(string userId)
    {
        ArgumentNullException.ThrowIfNull(userId);
        // A copy, or a caller could change what the others see.
        return _byUser.TryGetValue(userId, out RpcPeer[]? peers) ? [.. peers] : [];
    }

    /// <summary>Takes a new connection in. Its peer is among the others at once, or where it must authenticate first, after that.</summary>
    public void Start(RpcConnection connection)
    {
        _connections[connection] = true;
        if (!connection.Core.Setup.RequiresToken)
        {
            Add(connection);
        }
    }

    /// <summary>Shows the app a peer, under its user; does nothing where both are there.</summary>
    public void Add(RpcConnection connection)
    {
        _byId[connection.Peer.Id] = connection;
        if (UserId.Of(connection.Peer.User) is not { } user)
        {
            return;
        }

        lock (_changingUsers)
        {
            RpcPeer[] peers = _byUser.GetValueOrDefault(user, []);
            if (!peers.Contains(connection.Peer))
            {
                _byUser[user] = [.. peers, connection.Peer];
            }
        }
    }

    public void Remove(RpcConnection connection)
    {
        _connections.TryRemove(connection, out _);
        _byId.TryRemove(connection.Peer.Id, out _);
        if (UserId.Of(connection.Peer.User) is not { } user)
        {
            return;
        }

        lock (_changingUsers)
        {
            if (_byUser.TryGetValue(user, out RpcPeer[]? peers))
            {
                RpcPeer[] left = [.. peers.Where(peer => peer != connection.Peer)];
                if (left.Length == 0)
                {
                    _byUser.TryRemove(user, out _);
                }
                else
                {
                    _byUser[user] = left;
                }
            }
        }
    }
}
