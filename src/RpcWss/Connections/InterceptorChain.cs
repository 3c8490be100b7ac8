namespace RpcWss.Connections;

/// <summary>Runs interceptors around a call, the first registered outermost.</summary>
internal static class InterceptorChain
{
    public static ValueTask RunAsync(RpcInterceptor[] interceptors, RpcInterceptedCall call, RpcInterceptorNext innermost)
    {
        RpcInterceptorNext next = innermost;
        for (int index = interceptors.Length - 1; index >= 0; index--)
        {
            RpcInterceptor interceptor = interceptors[index];
            RpcInterceptorNext following = next;
            next = intercepted => interceptor.InterceptAsync(intercepted, following);
        }

        return next(call);
    }

    public static InvalidOperationException StreamsConsumed(RpcMethodDescriptor method) =>
        new($"{method.FullName} has streams, which can be consumed once: an interceptor cannot call next again.");

    public static RpcException NoOutcome(RpcMethodDescriptor method) => new(
        RpcStatusCode.Internal, $"An interceptor ended {method.FullName} without calling next and without throwing, so the call has no outcome.")
    {
        Execution = RpcExecution.NotExecuted,
    };
}
