namespace RpcWss.Transport;

/// <summary>What one direction of an <see cref="InMemoryTransport"/> does to the messages that pass: the faults that tests inject.</summary>
internal sealed record InMemoryTransportOptions
{
    /// <summary>
    /// Gets a copy of each message before it is sent and returns what is sent instead: the same, altered or cut bytes, or null to lose it. The
    /// send waits for it, as it would for a peer that does not read; throwing fails the send.
    /// </summary>
    public Func<byte[], ValueTask<byte[]?>>? OnSend { get; init; }

    /// <summary>The most that one receive brings, in bytes. Default: as much as there is. One makes a transport that delivers single bytes.</summary>
    public int MaxReadSize { get; init; } = int.MaxValue;

    /// <summary>
    /// How long a message is under way before it can be received; later messages are under way at the same time. Default: not at all.
    /// </summary>
    public TimeSpan Latency { get; init; }

    /// <summary>Measures <see cref="Latency"/>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
