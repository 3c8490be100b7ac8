using RpcWss.Protocol;

namespace RpcWss.Connections;

/// <summary>
/// An allowance for frames that come to nothing: late ones, answers to nothing, grants and chunks of a few bytes. A proper peer causes them too, since frames cross: so each
/// call adds to the allowance, and so does each stream that ends with credit left. A peer that sends little else has none soon. Guarded by the
/// connection's gate. See <c>docs/protocol.md#idle-frames</c>.
/// </summary>
internal sealed class IdleFrames(TimeProvider time)
{
    /// <summary>A chunk below this that does not end its payload is idle.</summary>
    public const int SmallChunk = 64;

    /// <summary>How many grants a stream, a payload or the one-way window has beyond one for each <see cref="BytesPerGrant"/> that were sent.</summary>
    public const int FreeGrants = 64;
    public const int BytesPerGrant = 64;

    private const int Burst = 16 * 1024;
    private const int PerSecond = 8 * 1024;
    private const int PerCall = 16;
    private const int Most = 1024 * 1024;

    private double _left = Burst;
    private long _filledAt = time.GetTimestamp();

    /// <summary>A call began, of either side.</summary>
    public void CallBegan() => Earn(PerCall);

    /// <summary>A stream is not read any more; this much of its window may be on its way.</summary>
    public void CreditLeft(long bytes) => Earn(bytes / Streams.SendCredit.FrameCost);

    public void Charge(int frames = 1) => _left -= frames;

    /// <summary>Charges a grant where there were too many for what was sent.</summary>
    public void ChargeGrant(long grants, long sent)
    {
        if (grants > FreeGrants + (sent / BytesPerGrant))
        {
            Charge();
        }
    }

    /// <exception cref="ProtocolViolationException">The peer has used up what is forgiven.</exception>
    public void ThrowIfExhausted()
    {
        if (_left >= 0)
        {
            return;
        }

        long now = time.GetTimestamp();
        _left = Math.Min(Burst, _left + (time.GetElapsedTime(_filledAt, now).TotalSeconds * PerSecond));
        _filledAt = now;
        if (_left < 0)
        {
            ProtocolViolationException.Throw(GoAwayCode.TooManyFaults, "Too many frames came that are late, answer nothing, or carry next to nothing");
        }
    }

    private void Earn(long frames) => _left = Math.Min(Most, _left + frames);
}
