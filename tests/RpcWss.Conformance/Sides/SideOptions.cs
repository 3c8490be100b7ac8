namespace RpcWss.Conformance.Sides;

/// <summary>How one end of a connection behaves.</summary>
internal sealed record SideOptions
{
    public static SideOptions Default { get; } = new();

    public RpcLimits Limits { get; init; } = new();

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Whether callers get the text of exceptions that are not meant for them.</summary>
    public bool DetailedErrors { get; init; }

    /// <summary>What sees this side's calls, on connections in memory.</summary>
    public RpcInterceptor[] OutgoingInterceptors { get; init; } = [];

    /// <summary>What sees the peer's calls, on connections in memory.</summary>
    public RpcInterceptor[] IncomingInterceptors { get; init; } = [];
}
