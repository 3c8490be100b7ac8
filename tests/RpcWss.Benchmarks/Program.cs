using RpcWss.Benchmarks;
using RpcWss.Benchmarks.Million;

switch (args)
{
    case ["million", .. string[] rest]:
        return await MillionCalls.RunAsync(calls: rest is [string calls] ? int.Parse(calls) : 1_000_000);
    case ["server"]:
        await BenchmarkServer.RunAsync();
        return 0;
    default:
        Console.Error.WriteLine("usage: million [CALLS]   that many Add calls from 1, 64 and 1,024 callers on one connection, beside a raw batched echo");
        return 2;
}
