using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace RpcWss.Protocol;

/// <summary>
/// Measures one MessagePack value without decoding it. Works with a bounded stack of its own instead of recursion,
/// so that depth is a count and never the thread's stack.
/// </summary>
internal static class MessagePackSkip
{
    private const long Scalar = -1;

    /// <summary>Length in bytes of the value that <paramref name="source"/> starts with.</summary>
    /// <param name="source">At least the whole value; more may follow.</param>
    /// <param name="depth">How many arrays and maps the value already stands in.</param>
    /// <param name="length">Valid only when the result is <see cref="MessagePackFault.None"/>.</param>
    public static MessagePackFault TryMeasure(ReadOnlySpan<byte> source, int depth, out int length)
    {
        MessagePackFault fault = ReadToken(source, out length, out long children);
        if (fault != MessagePackFault.None || children == Scalar)
            return fault;

        return MeasureContainer(source, depth + 1, children, ref length);
    }

    private static MessagePackFault MeasureContainer(ReadOnlySpan<byte> source, int depth, long children, ref int length)
    {
        // One slot for every level that may still open: what is left to skip at that level.
        Span<long> open = stackalloc long[ProtocolConstants.MaxDepth + 1];
        int floor = depth;
        if (depth > ProtocolConstants.MaxDepth)
            return MessagePackFault.TooDeep;

        open[depth] = children;
        while (depth >= floor)
        {
            if (open[depth] == 0)
            {
                depth--;
                continue;
            }

            open[depth]--;
            MessagePackFault fault = ReadToken(source[length..], out int token, out children);
            if (fault != MessagePackFault.None)
                return fault;

            length += token;
            if (children == Scalar)
                continue;
            if (++depth > ProtocolConstants.MaxDepth)
                return MessagePackFault.TooDeep;

            open[depth] = children;
        }

        return MessagePackFault.None;
    }

    /// <summary>Measures a scalar with its bytes, or the header of an array or map and its number of children.</summary>
    private static MessagePackFault ReadToken(ReadOnlySpan<byte> source, out int length, out long children)
    {
        length = 0;
        children = Scalar;
        if (source.IsEmpty)
            return MessagePackFault.Truncated;

        byte code = source[0];
        long size;
        switch (code)
        {
            case <= MessagePackCode.MaxFixInt or >= MessagePackCode.MinNegativeFixInt:
                length = 1;
                return MessagePackFault.None;
            case <= MessagePackCode.MaxFixMap:
                size = 1;
                children = (code & 0x0f) * 2L;
                break;
            case <= MessagePackCode.MaxFixArray:
                size = 1;
                children = code & 0x0f;
                break;
            case <= MessagePackCode.MaxFixStr:
                size = 1 + (code & 0x1f);
                break;
            case MessagePackCode.Nil or MessagePackCode.False or MessagePackCode.True:
                size = 1;
                break;
            case MessagePackCode.NeverUsed:
                return MessagePackFault.NeverUsed;
            case MessagePackCode.Bin8 or MessagePackCode.Str8:
                size = 2 + Number(source, 1);
                break;
            case MessagePackCode.Bin16 or MessagePackCode.Str16:
                size = 3 + Number(source, 2);
                break;
            case MessagePackCode.Bin32 or MessagePackCode.Str32:
                size = 5 + Number(source, 4);
                break;
            case MessagePackCode.Ext8:
                size = 3 + Number(source, 1);
                break;
            case MessagePackCode.Ext16:
                size = 4 + Number(source, 2);
                break;
            case MessagePackCode.Ext32:
                size = 6 + Number(source, 4);
                break;
            case MessagePackCode.UInt8 or MessagePackCode.Int8:
                size = 2;
                break;
            case MessagePackCode.UInt16 or MessagePackCode.Int16:
                size = 3;
                break;
            case MessagePackCode.UInt32 or MessagePackCode.Int32 or MessagePackCode.Float32:
                size = 5;
                break;
            case MessagePackCode.UInt64 or MessagePackCode.Int64 or MessagePackCode.Float64:
                size = 9;
                break;
            case <= MessagePackCode.FixExt16:
                size = 2 + (1 << (code - MessagePackCode.FixExt1));
                break;
            case MessagePackCode.Array16 or MessagePackCode.Map16:
                size = 3;
                children = Number(source, 2) * (code == MessagePackCode.Map16 ? 2 : 1);
                break;
            default: // array 32, map 32: every other code is named above
                size = 5;
                children = Number(source, 4) * (code == MessagePackCode.Map32 ? 2 : 1);
                break;
        }

        // Every child takes a byte at least, so a count that cannot fit is refused here and not after a long walk.
        if (size > source.Length || children > source.Length - size)
            return MessagePackFault.Truncated;

        length = (int)size;
        return MessagePackFault.None;
    }

    /// <summary>The big-endian number behind the code; one too large for any span when it is cut off.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long Number(ReadOnlySpan<byte> source, int width)
    {
        if (source.Length <= width)
            return uint.MaxValue;

        return width switch
        {
            1 => source[1],
            2 => BinaryPrimitives.ReadUInt16BigEndian(source[1..]),
            _ => BinaryPrimitives.ReadUInt32BigEndian(source[1..]),
        };
    }
}
