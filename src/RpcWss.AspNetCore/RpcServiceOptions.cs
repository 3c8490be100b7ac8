namespace RpcWss;

/// <summary>How a service is hosted. Immutable.</summary>
public sealed record RpcServiceOptions
{
    /// <summary>How long its objects live. Default: <see cref="RpcServiceLifetime.Scoped"/>.</summary>
    public RpcServiceLifetime Lifetime { get; init; }

    /// <summary>
    /// Whether calls that the service makes inherit the deadline and the cancellation of the call that it serves. Default: <see langword="true"/>. A
    /// service that makes no calls saves 168 bytes for each call with <see langword="false"/>.
    /// </summary>
    public bool FlowsCallState { get; init; } = true;
}
