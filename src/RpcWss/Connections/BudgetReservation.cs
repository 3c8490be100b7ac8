using RpcWss.Connections.Streams;

namespace RpcWss.Connections;

/// <summary>Memory set aside for one announced payload.</summary>
internal sealed class BudgetReservation(ulong callId, long length)
{
    public ulong CallId { get; } = callId;

    public long Length { get; } = length;

    /// <summary>The stream whose item it is for; null for arguments and unary results.</summary>
    public StreamReceiver? Stream { get; init; }

    public bool IsGranted { get; set; }

    /// <summary>Whether it was given back; it counts no more.</summary>
    public bool IsReleased { get; set; }
}
