using RpcWss.Connections;

namespace RpcWss;

/// <summary>
/// The bounds of one connection, on what this side accepts and holds. Where the peer must know one it is announced when the
/// connection opens. Whatever goes over a bound fails by itself, with an error that names the option; neighbours and the connection go on,
/// unless the peer ignores what was announced. Immutable. See <c>docs/protocol.md#limits</c>.
/// </summary>
public sealed record RpcLimits
{
    /// <summary>The largest encoded argument list or result accepted, in bytes. Default: 4 MiB. At least 64 KiB.</summary>
    public int MaxPayloadSize { get; init; } = 4 * 1024 * 1024;

    /// <summary>How many calls of the peer run here at a time. Default: 100. At least 16. The peer's further calls wait on its side.</summary>
    public int MaxConcurrentCalls { get; init; } = 100;

    /// <summary>
    /// How many calls of the peer with streams are open here at a time, beside those without. Default: 1,000. At least 16. The peer's further ones wait on its side.
    /// </summary>
    public int MaxStreamingCalls { get; init; } = 1000;

    /// <summary>
    /// How much of each stream may be on its way or wait here for its consumer, to begin with; in bytes, where each frame counts 32 more. Default: 16 KiB. At
    /// least 16 KiB, at most <see cref="MaxStreamWindow"/>. This memory is beside <see cref="ReceiveBudget"/>.
    /// </summary>
    public int StreamWindow { get; init; } = 16 * 1024;

    /// <summary>
    /// What that may grow to while the sender waits for the receiver and the consumer for the sender, in bytes; it is what fast streams over long ways need. Default: 4 MiB.
    /// Growth ends earlier when the streams' part of <see cref="ReceiveBudget"/> is used up.
    /// </summary>
    public int MaxStreamWindow { get; init; } = 4 * 1024 * 1024;

    /// <summary>How many bytes of metadata one call may carry in each direction; each entry counts 32 more. Default: 8 KiB. At least 8 KiB, at most 15 KiB.</summary>
    public int MaxMetadataSize { get; init; } = 8 * 1024;

    /// <summary>How many metadata entries one call may carry in each direction. Default: 64. At least 64.</summary>
    public int MaxMetadataEntries { get; init; } = 64;

    /// <summary>How many methods the peer may name on one connection. Default: 4,096. At least 256.</summary>
    public int MaxMethodNames { get; init; } = 4096;

    /// <summary>
    /// How much memory payloads and streams on their way in may hold, in bytes, one half for requests and one for responses. Of each half one half is for arguments
    /// or results above 128 KiB, a quarter for items of streams that their window does not cover, a quarter for windows that grow; what does not fit waits at
    /// its sender. Default: 32 MiB. At least eight times <see cref="MaxPayloadSize"/>.
    /// </summary>
    public long ReceiveBudget { get; init; } = 32 * 1024 * 1024;

    /// <summary>How many bytes of one-way calls the peer may have on the way or waiting here; each call counts 64 more. Default: 256 KiB. At least 64 KiB.</summary>
    public int OneWayWindow { get; init; } = 256 * 1024;

    /// <summary>How many bytes may wait to be sent before further calls wait for room. Default: 4 MiB. At least 64 KiB.</summary>
    public int MaxUnsentBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>How long a call may take when its caller sets no deadline. Default: 100 seconds. <see cref="Timeout.InfiniteTimeSpan"/>: no limit.</summary>
    public TimeSpan DefaultDeadline { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>
    /// The longest that a call of the peer may run here, whatever deadline it asks for. Default: <see cref="Timeout.InfiniteTimeSpan"/>, no limit.
    /// </summary>
    public TimeSpan MaxDeadline { get; init; } = Timeout.InfiniteTimeSpan;

    /// <summary>How long the opening may take, from the start to the peer's HELLO, and to its AUTH where that is required. Default: 10 seconds.</summary>
    public TimeSpan HandshakeTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>After how long without a byte from the peer it is asked whether it lives. Default: 20 seconds. <see cref="Timeout.InfiniteTimeSpan"/>: never.</summary>
    public TimeSpan PingInterval { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>How long the answer to that may take before the connection counts as lost. Default: 15 seconds.</summary>
    public TimeSpan PingTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long one write may be stuck because the peer does not read, before the connection counts as lost. Default: 30 seconds.</summary>
    public TimeSpan WriteStallTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long calls that run may go on when this side ends the connection in order, because the peer's authentication has expired or the connection has reached
    /// its greatest age. Default: 30 seconds.
    /// </summary>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How many calls of the peer may end abnormally at once (undecodable or oversized payloads, calls over a limit, violations of the protocol) before
    /// the connection is ended. Default: 200.
    /// </summary>
    public int AbnormalEndBurst { get; init; } = 200;

    /// <summary>How many more of those are forgiven each second. Default: 100.</summary>
    public int AbnormalEndsPerSecond { get; init; } = 100;

    /// <summary>Checks that the values are possible together.</summary>
    /// <exception cref="ArgumentException">One is not; the message names it and what it may be.</exception>
    internal void Validate()
    {
        AtLeast(MaxPayloadSize, 64 * 1024, nameof(MaxPayloadSize));
        AtLeast(MaxConcurrentCalls, 16, nameof(MaxConcurrentCalls));
        AtLeast(MaxMetadataSize, 8 * 1024, nameof(MaxMetadataSize));
        AtMost(MaxMetadataSize, SendQueue.MaxMetadataSize, nameof(MaxMetadataSize));
        AtLeast(MaxMetadataEntries, 64, nameof(MaxMetadataEntries));
        AtLeast(MaxMethodNames, 256, nameof(MaxMethodNames));
        AtLeast(OneWayWindow, 64 * 1024, nameof(OneWayWindow));
        AtLeast(MaxUnsentBytes, 64 * 1024, nameof(MaxUnsentBytes));
        AtLeast(AbnormalEndBurst, 1, nameof(AbnormalEndBurst));
        AtLeast(AbnormalEndsPerSecond, 1, nameof(AbnormalEndsPerSecond));
        AtLeast(MaxStreamingCalls, 16, nameof(MaxStreamingCalls));
        AtLeast(StreamWindow, 16 * 1024, nameof(StreamWindow));
        AtLeast(MaxStreamWindow, StreamWindow, nameof(MaxStreamWindow));
        // Each part must hold what it is for: two large payloads, one large item (docs/protocol.md#receive-budget).
        AtLeast(ReceiveBudget, 8L * MaxPayloadSize, nameof(ReceiveBudget));
        Positive(DefaultDeadline, nameof(DefaultDeadline), mayBeInfinite: true);
        Positive(MaxDeadline, nameof(MaxDeadline), mayBeInfinite: true);
        Positive(PingInterval, nameof(PingInterval), mayBeInfinite: true);
        Positive(HandshakeTimeout, nameof(HandshakeTimeout), mayBeInfinite: false);
        Positive(PingTimeout, nameof(PingTimeout), mayBeInfinite: false);
        Positive(DrainTimeout, nameof(DrainTimeout), mayBeInfinite: false);
        Positive(WriteStallTimeout, nameof(WriteStallTimeout), mayBeInfinite: false);
    }

    private static void AtLeast(long value, long minimum, string name)
    {
        if (value < minimum)
        {
            throw new ArgumentException($"RpcLimits.{name} is {value:N0}; it must be at least {minimum:N0}.", name);
        }
    }

    private static void AtMost(long value, long maximum, string name)
    {
        if (value > maximum)
        {
            throw new ArgumentException($"RpcLimits.{name} is {value:N0}; it must be at most {maximum:N0}.", name);
        }
    }

    private static void Positive(TimeSpan value, string name, bool mayBeInfinite)
    {
        if (value <= TimeSpan.Zero && !(mayBeInfinite && value == Timeout.InfiniteTimeSpan))
        {
            throw new ArgumentException(
                $"RpcLimits.{name} is {value}; it must be more than zero{(mayBeInfinite ? " or Timeout.InfiniteTimeSpan" : "")}.", name);
        }
    }
}
