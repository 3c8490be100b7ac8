using System.Buffers;
using MessagePack;

namespace RpcWss.Generated;

public static partial class RpcFormat
{
    /// <summary>Reads the name of a member, in UTF-8. It is valid as long as the data are.</summary>
    public static ReadOnlySpan<byte> ReadKey(ref MessagePackReader reader)
    {
        if (reader.TryReadStringSpan(out var name))
        {
            return name;
        }

        var scattered = reader.ReadStringSequence();
        return scattered is { } parts ? parts.ToArray() : default;
    }
}
