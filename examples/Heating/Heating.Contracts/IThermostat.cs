using RpcWss;

namespace Heating.Contracts;

// What the client offers.
[RpcContract]
public partial interface IThermostat
{
    ValueTask<double> GetTargetAsync(string room, CancellationToken cancellationToken = default);

    [RpcMethod(OneWay = true)]
    ValueTask ShowAsync(string text);
}
