using System.Buffers;

namespace RpcWss.Connections;

/// <summary>One piece of a <see cref="PayloadBuffer"/>.</summary>
internal sealed class PayloadSegment(byte[] array) : ReadOnlySequenceSegment<byte>
{
    public byte[] Array { get; } = array;

    public int Written { get; set; }

    public PayloadSegment? Following { get; set; }

    /// <summary>Shows the bytes to a <see cref="ReadOnlySequence{T}"/> and returns the index at which the next segment begins.</summary>
    public long Publish(long index)
    {
        Memory = new ReadOnlyMemory<byte>(Array, 0, Written);
        RunningIndex = index;
        Next = Following;
        return index + Written;
    }
}
