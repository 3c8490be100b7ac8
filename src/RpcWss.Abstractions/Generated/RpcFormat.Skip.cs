using MessagePack;

namespace RpcWss.Generated;

public static partial class RpcFormat
{
    /// <summary>Skips one value whatever it holds, without recursion and no deeper than data are read.</summary>
    /// <exception cref="MessagePackSerializationException">The data nest deeper than 64 levels.</exception>
    /// <exception cref="EndOfStreamException">The data end within the value.</exception>
    public static void Skip(ref MessagePackReader reader)
    {
        // How many values are still to come on each level that is open; maps count keys and values.
        Span<uint> remaining = stackalloc uint[MaximumDepth + 1];
        int level = 0;
        int available = Math.Max(0, MaximumDepth - reader.Depth);
        remaining[0] = 1;
        while (level > 0 || remaining[0] > 0)
        {
            if (remaining[level] == 0)
            {
                level--;
                continue;
            }

            remaining[level]--;
            uint inner;
            switch (reader.NextMessagePackType)
            {
                case MessagePackType.Array:
                    inner = (uint)reader.ReadArrayHeader();
                    break;
                case MessagePackType.Map:
                    inner = (uint)reader.ReadMapHeader() * 2;
                    break;
                default:
                    reader.Skip();
                    continue;
            }

            if (++level > available)
            {
                throw TooDeep();
            }

            remaining[level] = inner;
        }
    }
}
