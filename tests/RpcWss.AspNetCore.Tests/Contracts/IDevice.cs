using RpcWss.Generated;

namespace RpcWss.AspNetCore.Tests.Contracts;

public partial interface IDevice : IRpcContract<IDevice>
{
    ValueTask<string> AskAsync(string text, CancellationToken cancellationToken = default);

    static RpcContractDescriptor IRpcContract<IDevice>.__RpcDescriptor => HandWritten.Device;

    static IDevice IRpcContract<IDevice>.__RpcCreateProxy(RpcInvoker invoker, RpcCallOptions? options) => new Proxy(invoker, options);

    static ValueTask IRpcContract<IDevice>.__RpcDispatchAsync(IDevice service, int method, RpcIncomingCall call) => HandWritten.DispatchAsync(service.AskAsync, call);

    private sealed class Proxy(RpcInvoker invoker, RpcCallOptions? options) : HandWritten.Proxy(invoker, HandWritten.Device, options), IDevice;
}
