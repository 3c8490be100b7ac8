namespace RpcWss.Conformance.Runner;

/// <summary>What lies between the two ends. One value, or the set of those that a case runs over.</summary>
[Flags]
internal enum Wire
{
    /// <summary>Messages handed over in memory.</summary>
    InMemory = 1,

    /// <summary>In memory, each message 10 ms under way: a round trip of 20 ms.</summary>
    Delayed = 2,

    /// <summary>In memory, received one byte at a time.</summary>
    SingleBytes = 4,

    /// <summary>A real server on loopback, TLS 1.3.</summary>
    Loopback = 8,

    /// <summary>The same with TLS 1.2.</summary>
    LoopbackTls12 = 16,

    /// <summary>Two processes, over wss.</summary>
    Processes = 32,

    AnyMemory = InMemory | Delayed | SingleBytes,

    Any = AnyMemory | Loopback | Processes,

    AnyAndOldTls = Any | LoopbackTls12,
}
