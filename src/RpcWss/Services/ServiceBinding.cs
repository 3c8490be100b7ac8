using RpcWss.Connections;

namespace RpcWss.Services;

/// <summary>A contract with the means to get at the service that implements it. Thread-safe.</summary>
internal abstract class ServiceBinding(RpcContractDescriptor contract, bool flowsCallState)
{
    public RpcContractDescriptor Contract { get; } = contract;

    /// <summary>Whether calls that the service makes inherit the deadline and cancellation of the call that it serves.</summary>
    public bool FlowsCallState { get; } = flowsCallState;

    /// <summary>Gets the service, calls the method, and completes when the service and its scope are done.</summary>
    public abstract ValueTask DispatchAsync(int method, IncomingCall call);
}
