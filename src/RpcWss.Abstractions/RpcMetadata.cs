using System.Collections;

namespace RpcWss;

/// <summary>
/// Keys and values that travel beside a call's arguments or result: ordered, a key may occur more than once, values are text or
/// binary. Not thread-safe while it is changed; reading concurrently is safe. What a peer accepts is bounded, 8 KiB and 64
/// entries by default; beyond that the call fails with <see cref="RpcStatusCode.ResourceExhausted"/>.
/// </summary>
public sealed class RpcMetadata : IReadOnlyList<RpcMetadataEntry>
{
    private readonly List<RpcMetadataEntry> _entries = [];

    /// <summary>How many entries there are.</summary>
    public int Count => _entries.Count;

    /// <summary>The entry at a position, in the order of adding.</summary>
    public RpcMetadataEntry this[int index] => _entries[index];

    /// <summary>Adds a text value.</summary>
    /// <exception cref="ArgumentException">The key is not 1 to 128 characters of <c>a-z 0-9 . _ -</c>.</exception>
    public void Add(string key, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _entries.Add(new RpcMetadataEntry(CheckKey(key), value, default));
    }

    /// <summary>Adds a binary value. The bytes are not copied.</summary>
    /// <exception cref="ArgumentException">The key is not 1 to 128 characters of <c>a-z 0-9 . _ -</c>.</exception>
    public void Add(string key, ReadOnlyMemory<byte> value) => _entries.Add(new RpcMetadataEntry(CheckKey(key), null, value));

    /// <summary>Adds a binary value. The array is not copied.</summary>
    /// <exception cref="ArgumentException">The key is not 1 to 128 characters of <c>a-z 0-9 . _ -</c>.</exception>
    public void Add(string key, byte[] value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Add(key, (ReadOnlyMemory<byte>)value);
    }

    /// <summary>Adds every entry of <paramref name="other"/>.</summary>
    public void AddRange(RpcMetadata other)
    {
        ArgumentNullException.ThrowIfNull(other);
        _entries.AddRange(other._entries);
    }

    /// <summary>Removes every entry with this key and says how many there were.</summary>
    public int Remove(string key) => _entries.RemoveAll(entry => entry.Key == key);

    /// <summary>The text of the first entry with this key; null when there is none or it is binary.</summary>
    public string? GetText(string key)
    {
        foreach (RpcMetadataEntry entry in _entries)
        {
            if (entry.Key == key)
            {
                return entry.Text;
            }
        }

        return null;
    }

    /// <summary>Whether <paramref name="key"/> is one that may be sent: 1 to 128 characters of <c>a-z 0-9 . _ -</c>.</summary>
    public static bool IsValidKey(ReadOnlySpan<char> key)
    {
        if (key.Length is 0 or > 128)
        {
            return false;
        }

        foreach (char c in key)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '.' or '_' or '-'))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public IEnumerator<RpcMetadataEntry> GetEnumerator() => _entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _entries.GetEnumerator();

    private static string CheckKey(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return IsValidKey(key)
            ? key
            : throw new ArgumentException($"The metadata key \"{key}\" cannot be sent. Use 1 to 128 characters of a-z, 0-9, '.', '_' and '-'.", nameof(key));
    }
}
