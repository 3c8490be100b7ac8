using RpcWss;

namespace Heating.Contracts;

// What the server offers.
[RpcContract]
public partial interface IHeating
{
    ValueTask<Advice> RegulateAsync(Reading reading, CancellationToken cancellationToken = default);

    IAsyncEnumerable<Advice> WatchAsync(IAsyncEnumerable<Reading> readings, CancellationToken cancellationToken = default);
}
