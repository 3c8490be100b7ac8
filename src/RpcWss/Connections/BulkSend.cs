namespace RpcWss.Connections;

/// <summary>A payload too large for the frame that announces it, on its way out in chunks. Guarded by the connection's gate.</summary>
internal sealed class BulkSend(ulong callId, PayloadBuffer payload)
{
    private PayloadCursor _cursor = new(payload);

    public ulong CallId { get; } = callId;

    /// <summary>The payload; this owns it.</summary>
    public PayloadBuffer Payload { get; } = payload;

    /// <summary>The block of the small lane that holds the announcement: chunks must not overtake it.</summary>
    public long AfterBlock { get; init; }

    /// <summary>The call being served whose result this is; null for a call's arguments.</summary>
    public IncomingCall? ResultOf { get; init; }

    public long Remaining { get; private set; } = payload.Length;

    /// <summary>Whether the receiver granted the bytes, or they need no grant.</summary>
    public bool IsGranted { get; set; }

    /// <summary>Whether nobody wants the rest. The writer forgets it at its next turn.</summary>
    public bool IsAbandoned { get; set; }

    /// <summary>Copies the next piece. Called by the writer alone, outside the gate; <see cref="Remaining"/> was lowered within it.</summary>
    public void Read(Span<byte> destination) => _cursor.Read(destination);

    public void Take(int count) => Remaining -= count;
}
