using RpcWss.Generated;

namespace RpcWss.AspNetCore.Tests.Contracts;

public partial interface IProbe : IRpcContract<IProbe>
{
    ValueTask<string> AskAsync(string text, CancellationToken cancellationToken = default);

    static RpcContractDescriptor IRpcContract<IProbe>.__RpcDescriptor => HandWritten.Probe;

    static IProbe IRpcContract<IProbe>.__RpcCreateProxy(RpcInvoker invoker, RpcCallOptions? options) => new Proxy(invoker, options);

    static ValueTask IRpcContract<IProbe>.__RpcDispatchAsync(IProbe service, int method, RpcIncomingCall call) => HandWritten.DispatchAsync(service.AskAsync, call);

    private sealed class Proxy(RpcInvoker invoker, RpcCallOptions? options) : HandWritten.Proxy(invoker, HandWritten.Probe, options), IProbe;
}
