namespace RpcWss.Benchmarks.Micro;

/// <summary>Something that a call may have beyond its arguments.</summary>
public enum CallOption
{
    /// <summary>Nothing but the deadline that every call has by default.</summary>
    None,

    /// <summary>Not even that.</summary>
    NoDeadline,

    /// <summary>A deadline of its own.</summary>
    OwnDeadline,

    /// <summary>An entry of metadata.</summary>
    Metadata,

    /// <summary>A service whose own calls would inherit deadline and cancellation, which is the default.</summary>
    FlowsCallState,

    /// <summary>An interceptor of the client that passes every call on.</summary>
    ClientInterceptor,

    /// <summary>An interceptor of the server that passes every call on.</summary>
    ServerInterceptor,

    /// <summary>An observer at each end that counts calls and their time.</summary>
    Observers,
}
