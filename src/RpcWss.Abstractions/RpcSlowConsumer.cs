namespace RpcWss;

/// <summary>What becomes of items that are produced faster than they are consumed, once the stream's window is full.</summary>
public enum RpcSlowConsumer
{
    /// <summary>The producer waits. Nothing is lost.</summary>
    Wait = 0,

    /// <summary>Up to <see cref="RpcStreamAttribute.Capacity"/> items wait at the producer's side; each further one takes the place of the oldest of them.</summary>
    DropOldest = 1,

    /// <summary>One item waits at the producer's side; each further one replaces it.</summary>
    LatestOnly = 2,

    /// <summary>
    /// Up to <see cref="RpcStreamAttribute.Capacity"/> items wait at the producer's side; one more ends the stream with
    /// <see cref="RpcStatusCode.ResourceExhausted"/>.
    /// </summary>
    Fail = 3,
}
