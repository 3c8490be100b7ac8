using System.Runtime.CompilerServices;
using Heating.Contracts;
using RpcWss;

namespace Heating.Server;

// A new one for each call; RpcPeer is whoever called.
internal sealed class HeatingService(RpcPeer caller) : IHeating
{
    public async ValueTask<Advice> RegulateAsync(Reading reading, CancellationToken cancellationToken)
    {
        if (reading.Celsius < -273.15)
        {
            throw new RpcException(RpcStatusCode.InvalidArgument, $"{reading.Celsius} °C is below absolute zero. Check the sensor of {reading.Room}.");
        }

        // The server calls the client, over the connection that the client opened.
        IThermostat thermostat = caller.GetProxy<IThermostat>();
        double target = await thermostat.GetTargetAsync(reading.Room, cancellationToken);
        bool heat = reading.Celsius < target;
        await thermostat.ShowAsync(heat ? $"heating the {reading.Room}" : $"the {reading.Room} is warm enough");
        return new Advice(heat, $"{reading.Celsius} °C of {target} °C");
    }

    // A stream in and a stream out: each advice leaves as soon as its reading has come.
    public async IAsyncEnumerable<Advice> WatchAsync(IAsyncEnumerable<Reading> readings, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (Reading reading in readings.WithCancellation(cancellationToken))
        {
            yield return new Advice(reading.Celsius < 20, $"{reading.Celsius} °C in the {reading.Room}");
        }
    }
}
