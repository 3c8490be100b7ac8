namespace RpcWss;

/// <summary>Runs the rest of the chain: the next interceptor, in the end the call itself.</summary>
/// <exception cref="RpcException">The call failed.</exception>
/// <exception cref="OperationCanceledException">The caller cancelled it.</exception>
public delegate ValueTask RpcInterceptorNext(RpcInterceptedCall call);

/// <summary>
/// Sees every call of a connection or client, of whatever kind, on the side where it is registered. Must be thread-safe. Where none is registered
/// calls pay nothing for it.
/// </summary>
public abstract class RpcInterceptor
{
    /// <summary>
    /// Wraps one call. Call <paramref name="next"/> once, or again for another attempt at a unary call; not at all to fail
    /// the call by throwing, which on the serving side tells the caller that the method was not executed. Completing without a successful
    /// <paramref name="next"/> fails the call with <see cref="RpcStatusCode.Internal"/>.
    /// </summary>
    public abstract ValueTask InterceptAsync(RpcInterceptedCall call, RpcInterceptorNext next);
}
