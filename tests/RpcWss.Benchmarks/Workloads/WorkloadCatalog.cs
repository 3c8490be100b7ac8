using RpcWss.Benchmarks.Node;

namespace RpcWss.Benchmarks.Workloads;

/// <summary>Every workload, in the order of the report.</summary>
internal static class WorkloadCatalog
{
    public static Workload[] All { get; } =
    [
        new LatencyWorkload("latency", "`Add(int, int)`, 1 in flight", () => static (session, call) => session.AddAsync(0, call, 1)),
        Adding(16),
        Adding(64),
        Adding(256),
        Adding(1024),
        new LatencyWorkload("echo-1k", "echo of 1 KiB, 1 in flight", () => Echoing(1024)),
        new LatencyWorkload("echo-64k", "echo of 64 KiB, 1 in flight", () => Echoing(64 * 1024)),
        new CallersWorkload("echo-1k-64", "echo of 1 KiB, 64 callers", 64, EchoingAll(1024)),
        new CallersWorkload("object-64", "object with 20 lines both ways, 64 callers", 64, static (session, caller, _) => session.ExchangeAsync(caller, Order.Sample)),
        new StreamWorkload("down-int", "server streaming, ints", 0, static (session, count, size) => session.DownAsync(count, size)),
        new StreamWorkload("down-1k", "server streaming, 1 KiB items", 1024, static (session, count, size) => session.DownAsync(count, size)),
        new StreamWorkload("up-int", "client streaming, ints", 0, static (session, count, size) => session.UpAsync(count, size)),
        new StreamWorkload("up-1k", "client streaming, 1 KiB items", 1024, static (session, count, size) => session.UpAsync(count, size)),
        new StreamWorkload("duplex-int", "duplex streaming, ints each way", 0, static (session, count, size) => session.DuplexAsync(count, size)),
        new StreamWorkload("duplex-1k", "duplex streaming, 1 KiB items each way", 1024, static (session, count, size) => session.DuplexAsync(count, size)),
        new CallBackWorkload("back-64", "server calls client, 64 callers", 64),
        new LargePayloadWorkload("large-down", "results of 64 MiB, 1 in flight", static (session, bytes) => session.DownloadAsync(bytes.Length)),
        new LargePayloadWorkload("large-up", "arguments of 64 MiB, 1 in flight", static (session, bytes) => session.UploadAsync(bytes)),
        new BesideWorkload("beside-none", "`Add` with nothing beside it", transfer: null),
        new BesideWorkload("beside-down", "`Add` beside a result of 64 MiB", static (session, bytes) => session.DownloadAsync(bytes.Length)),
        new BesideWorkload("beside-up", "`Add` beside an argument of 64 MiB", static (session, bytes) => session.UploadAsync(bytes)),
        new ConnectWorkload(),
        new IdleWorkload(),
        new ColdStartWorkload(),
    ];

    public static Workload Find(string name) => All.First(workload => workload.Name == name);

    private static CallersWorkload Adding(int callers) =>
        new($"add-{callers}", $"`Add(int, int)`, {callers:N0} callers", callers, static (session, caller, call) => session.AddAsync(caller, call, 1));

    private static Func<Session, int, ValueTask<int>> Echoing(int size)
    {
        byte[] bytes = new byte[size];
        return (session, _) => session.EchoAsync(0, bytes);
    }

    private static Func<Session, int, int, ValueTask<int>> EchoingAll(int size)
    {
        byte[] bytes = new byte[size];
        return (session, caller, _) => session.EchoAsync(caller, bytes);
    }
}
