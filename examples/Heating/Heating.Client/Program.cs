using Heating.Client;
using Heating.Contracts;
using RpcWss;

var thermostat = new Thermostat();
var options = new RpcClientOptions().AddService<IThermostat>(thermostat);
await using var client = await RpcClient.ConnectAsync(new Uri(args[0]), options);
IHeating heating = client.GetProxy<IHeating>();

Advice advice = await heating.RegulateAsync(new Reading("bathroom", 19.5));
Console.WriteLine($"heat: {advice.Heat}, {advice.Reason}");
await thermostat.Shown;

await foreach (Advice next in heating.WatchAsync(thermostat.MeasureAsync()))
{
    Console.WriteLine($"watched: {next.Heat}, {next.Reason}");
}

try
{
    await heating.RegulateAsync(new Reading("cellar", -300));
}
catch (RpcException error)
{
    Console.WriteLine($"{error.StatusCode}: {error.Message}");
}
