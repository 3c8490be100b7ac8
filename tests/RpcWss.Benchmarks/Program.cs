using RpcWss.Benchmarks;
using RpcWss.Benchmarks.Compare;
using RpcWss.Benchmarks.Micro;
using RpcWss.Benchmarks.Million;
using RpcWss.Benchmarks.Node;
using RpcWss.Benchmarks.Subjects;
using RpcWss.Benchmarks.Transfers;

switch (args)
{
    case ["compare", .. string[] rest]:
        return await ComparisonRun.RunAsync(rest);
    case ["micro", .. string[] rest]:
        return MicroRun.Run(rest);
    case ["million", .. string[] rest]:
        return await MillionCalls.RunAsync(calls: rest is [string calls] ? int.Parse(calls) : 1_000_000);
    case ["transfers", .. string[] rest]:
        return await TransferRun.RunAsync(rest is [string mebibytes] ? long.Parse(mebibytes) << 20 : 1L << 30);
    case ["server"]:
        await BenchmarkServer.RunAsync();
        return 0;
    case ["serve" or "call" or "cold", ..]:
        return await NodeProgram.RunAsync(args, SubjectCatalog.Find);
    default:
        Console.Error.WriteLine($"usage: compare {CompareOptions.Usage}");
        Console.Error.WriteLine("                         every workload against every peer, in processes of their own (docs/performance.md)");
        Console.Error.WriteLine("       micro [PATTERN]   the parts of a call, each by itself, with BenchmarkDotNet");
        Console.Error.WriteLine("       million [CALLS]   that many Add calls from 1, 64 and 1,024 callers on one connection, beside a raw batched echo");
        Console.Error.WriteLine("       transfers [MIB]   items, a stream of that many MiB (1,024) each way with the memory that it takes, and small calls beside it");
        return 2;
}
