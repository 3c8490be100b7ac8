namespace RpcWss.Connections;

/// <summary>An announced payload while its chunks arrive. The reader's alone, but for its reservation.</summary>
internal sealed class IncomingPayload(long length, PayloadWindow? window)
{
    public PayloadBuffer Bytes { get; } = new();

    public long Length { get; } = length;

    /// <summary>Its part of the receive budget; null for a payload that needs no credit.</summary>
    public BudgetReservation? Reservation => window?.Reservation;

    public bool IsComplete => Bytes.Length == Length;

    /// <summary>Takes a chunk; false when it is empty, goes beyond the announced length, or comes without credit. Called under the gate.</summary>
    public bool TryAppend(ReadOnlySpan<byte> chunk)
    {
        if (chunk.IsEmpty || chunk.Length > Length - Bytes.Length || window is { } credited && !credited.TryReceive(chunk.Length))
        {
            return false;
        }

        Bytes.Write(chunk);
        return true;
    }
}
