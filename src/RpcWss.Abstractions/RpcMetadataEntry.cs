using System.Text;

namespace RpcWss;

/// <summary>One key with its text or binary value.</summary>
public readonly struct RpcMetadataEntry
{
    private readonly ReadOnlyMemory<byte> _binary;

    internal RpcMetadataEntry(string key, string? text, ReadOnlyMemory<byte> binary)
    {
        Key = key;
        Text = text;
        _binary = binary;
    }

    /// <summary>The key: 1 to 128 characters of <c>a-z 0-9 . _ -</c>.</summary>
    public string Key { get; }

    /// <summary>The value, when it is text; null when it is binary.</summary>
    public string? Text { get; }

    /// <summary>The value, when it is binary; empty when it is text.</summary>
    public ReadOnlyMemory<byte> Binary => _binary;

    /// <summary>Whether the value is binary.</summary>
    public bool IsBinary => Text is null;

    /// <summary>The value's length in bytes as it is sent; text counts as UTF-8.</summary>
    public int ValueLength => Text is null ? _binary.Length : Encoding.UTF8.GetByteCount(Text);

    /// <summary>The key and the length of the value. Never the value, which may be a secret.</summary>
    public override string ToString() => $"{Key} ({ValueLength} bytes)";
}
