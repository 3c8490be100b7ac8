using System.Buffers.Binary;
using System.Net;
using System.Runtime.InteropServices;
using System.Security.Claims;
using RpcWss.Peers;

namespace RpcWss.Endpoint;

/// <summary>
/// How many connections there may be, in total, from one address and of one user; counted from before the WebSocket is accepted until all of the
/// connection is done. Thread-safe. (Kestrel's own limit answers 500, and does not count HTTP/2.)
/// </summary>
internal sealed class ConnectionQuota(RpcWssBuilder limits)
{
    private readonly Lock _gate = new();

    // Both under the gate; a key is there while its count is above zero.
    private readonly Dictionary<string, int> _byUser = new(StringComparer.Ordinal);
    private readonly Dictionary<UInt128, int> _byAddress = [];
    private int _total;

    /// <summary>Counts a connection in. Null when it is; else which limit it would exceed, and <see cref="Leave"/> must not be called.</summary>
    public string? TryEnter(ClaimsPrincipal user, IPAddress? address)
    {
        string? id = UserId.Of(user);
        UInt128 network = Network(address);
        lock (_gate)
        {
            if (_total >= limits.MaxConnections)
            {
                return nameof(limits.MaxConnections);
            }

            if (_byAddress.GetValueOrDefault(network) >= limits.MaxConnectionsPerAddress)
            {
                return nameof(limits.MaxConnectionsPerAddress);
            }

            if (id is not null && _byUser.GetValueOrDefault(id) >= limits.MaxConnectionsPerUser)
            {
                return nameof(limits.MaxConnectionsPerUser);
            }

            _total++;
            Change(_byAddress, network, 1);
            if (id is not null)
            {
                Change(_byUser, id, 1);
            }

            return null;
        }
    }

    /// <summary>Counts a connection that was nobody's in as a user's; false when that user has too many.</summary>
    public bool TryIdentify(ClaimsPrincipal user)
    {
        lock (_gate)
        {
            if (UserId.Of(user) is not { } id)
            {
                return true;
            }

            if (_byUser.GetValueOrDefault(id) >= limits.MaxConnectionsPerUser)
            {
                return false;
            }

            Change(_byUser, id, 1);
            return true;
        }
    }

    public void Leave(ClaimsPrincipal user, IPAddress? address)
    {
        lock (_gate)
        {
            _total--;
            Change(_byAddress, Network(address), -1);
            if (UserId.Of(user) is { } id)
            {
                Change(_byUser, id, -1);
            }
        }
    }

    private static void Change<TKey>(Dictionary<TKey, int> counts, TKey key, int by) where TKey : notnull
    {
        ref int count = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, key, out _);
        count += by;
        if (count == 0)
        {
            counts.Remove(key);
        }
    }

    /// <summary>One subscriber of IPv6 has a whole /64 to choose addresses from, so that counts as one.</summary>
    private static UInt128 Network(IPAddress? address)
    {
        Span<byte> bytes = stackalloc byte[16];
        IPAddress mapped = (address ?? IPAddress.IPv6None).MapToIPv6();
        mapped.TryWriteBytes(bytes, out _);
        if (!mapped.IsIPv4MappedToIPv6)
        {
            bytes[8..].Clear();
        }

        return BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }
}
