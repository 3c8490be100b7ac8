using System.Buffers;
using RpcWss.Connections;

namespace RpcWss.Tests.Connections;

/// <summary>Bytes as they lie where they did not come in one piece.</summary>
internal static class InPieces
{
    /// <summary>The same bytes in two pieces, the first of that length.</summary>
    public static ReadOnlySequence<byte> Two(byte[] bytes, int first)
    {
        var head = new PayloadSegment(bytes[..first]) { Written = first };
        var tail = new PayloadSegment(bytes[first..]) { Written = bytes.Length - first };
        head.Following = tail;
        tail.Publish(head.Publish(0));
        return new ReadOnlySequence<byte>(head, 0, tail, tail.Written);
    }
}
