namespace RpcWss.Connections;

/// <summary>
/// A token bucket for what a well-behaved peer rarely causes: undecodable payloads, refused calls, violations within one call. An empty bucket ends
/// the connection. Guarded by the connection's gate. See <c>docs/protocol.md#abnormal-ends</c>.
/// </summary>
internal sealed class AbnormalEnds(RpcLimits limits, TimeProvider time)
{
    private double _tokens = limits.AbnormalEndBurst;
    private long _filledAt = time.GetTimestamp();

    /// <summary>Charges one; false when the peer has used up what is forgiven.</summary>
    public bool TryCharge()
    {
        long now = time.GetTimestamp();
        double refill = time.GetElapsedTime(_filledAt, now).TotalSeconds * limits.AbnormalEndsPerSecond;
        _tokens = Math.Min(limits.AbnormalEndBurst, _tokens + refill);
        _filledAt = now;
        if (_tokens < 1)
        {
            return false;
        }

        _tokens--;
        return true;
    }
}
