using CsCheck;

namespace RpcWss.Generators.Tests.Grammar;

/// <summary>One thing that is wrong with a contract, and the rule that says so.</summary>
/// <param name="Rule">The rule, which reports exactly one error.</param>
/// <param name="Member">A member of the contract.</param>
/// <param name="Type">A type beside it.</param>
internal sealed record Flaw(string Rule, string Member, string Type = "")
{
    private static readonly Flaw[] _all =
    [
        new("RPCWSS005", "int Bad { get; }"), new("RPCWSS005", "int this[int bad] { get; set; }"), new("RPCWSS005", "event Action Bad;"),
        new("RPCWSS006", "static abstract int Bad();"), new("RPCWSS006", "static abstract string Bad { get; }"),
        new("RPCWSS007", "protected Task Bad();"), new("RPCWSS008", "Task __RpcBad();"),
        new("RPCWSS010", "Task<T> Bad<T>(T item);"),
        new("RPCWSS011", "int Bad(string a);"), new("RPCWSS011", "void Bad();"), new("RPCWSS011", "Task<Task<int>> Bad();"), new("RPCWSS011", "(Task, Task) Bad();"), new("RPCWSS011", "ref Task Bad();"),
        new("RPCWSS012", "Task Bad(ref int a);"), new("RPCWSS012", "Task Bad(out string a);"), new("RPCWSS012", "Task Bad(in Shared.Point a);"), new("RPCWSS012", "Task Bad(ref readonly int a);"),
        new("RPCWSS013", "Task Bad(CancellationToken a, CancellationToken b);"), new("RPCWSS013", "Task Bad(CancellationToken? a = null);"),
        new("RPCWSS014", "Task Bad(RpcCallContext? a = null, RpcCallContext? b = null);"),
        new("RPCWSS015", "[RpcMethod(OneWay = true)] Task<int> Bad();"),
        new("RPCWSS016", "Task<IAsyncEnumerable<int>> Bad();"), new("RPCWSS016", "IObservable<int> Bad();"), new("RPCWSS016", "Task Bad(MemoryStream a);"), new("RPCWSS016", "System.Threading.Channels.ChannelReader<int> Bad();"),
        new("RPCWSS017", "[RpcMethod(OneWay = true)] Task Bad(IAsyncEnumerable<int> a);"),
        new("RPCWSS018", "Task Bad([RpcStream] int a);"), new("RPCWSS019", "Task Bad([RpcStream(Capacity = 0)] IAsyncEnumerable<int> a);"),
        new("RPCWSS030", "Task Bad(object a);"), new("RPCWSS030", "Task<dynamic> Bad();"), new("RPCWSS030", "Task Bad(Type a);"), new("RPCWSS030", "Task Bad(List<Action> a);"), new("RPCWSS030", "Task<nint> Bad();"),
        new("RPCWSS030", "Task Bad(ReadOnlySpan<byte> a);"), new("RPCWSS030", "IAsyncEnumerable<object> Bad();"), new("RPCWSS030", "Task Bad(IShape a);"), new("RPCWSS030", "Task Bad(List<Stream> a);"),
        new("RPCWSS030", "Task<Wrong> Bad(Wrong a, List<Wrong> b);", "[MessagePackObject] public class Wrong { [Key(0)] public object? X { get; set; } }"),
        new("RPCWSS031", "Task Bad(Wrong a);", "public class Wrong { public int X { get; set; } }"), new("RPCWSS031", "IAsyncEnumerable<Wrong> Bad();", "public struct Wrong { public int X; }"),
        new("RPCWSS032", "Task Bad(Wrong[] a);", "[MessagePackObject] public class Wrong { [Key(0)] public int X { get; set; } public int Y { get; set; } }"),
        new("RPCWSS033", "Task Bad((int, Wrong) a);", "[MessagePackObject] public class Wrong { [Key(3)] public int X { get; set; } [Key(3)] public int Y { get; set; } }"),
        new("RPCWSS034", "Task Bad(IProgress<Wrong> a);", "[MessagePackObject] public class Wrong { public Wrong(Guid other) { } [Key(0)] public int X { get; set; } }"),
        new("RPCWSS035", "Task Bad(Wrong? a);", "[MessagePackFormatter(typeof(int))] public class Wrong { }"),
        new("RPCWSS036", "Task Bad(Wrong a);", "[MessagePackObject] public class Wrong { [Key(0)] public int X { get; } }"),
        new("RPCWSS040", "[RpcMethod(Name = \"m0\")] Task Bad();"), new("RPCWSS040", "Task Bad(int a); Task Bad(string a);"), new("RPCWSS041", "[RpcMethod(Name = \"a/b\")] Task Bad();"),
    ];

    public static readonly Gen<Flaw> Any = Gen.OneOf(_all);
}
