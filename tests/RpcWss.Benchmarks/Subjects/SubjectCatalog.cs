using RpcWss.Benchmarks.Node;
using RpcWss.Benchmarks.Subjects.Peers;
using RpcWss.Benchmarks.Subjects.Raw;

namespace RpcWss.Benchmarks.Subjects;

/// <summary>Every subject that this program can be, in the order of the report.</summary>
internal static class SubjectCatalog
{
    public static Subject[] All { get; } =
    [
        new OursSubject("ours", RpcServiceLifetime.Singleton),
        new OursSubject("ours-scoped", RpcServiceLifetime.Scoped),
        new RawSubject(batches: true),
        new RawSubject(batches: false),
        new SignalRSubject(),
        new StreamJsonRpcSubject(),
        new GrpcSubject(),
    ];

    public static Subject Find(string name) => All.First(subject => subject.Name == name);
}
