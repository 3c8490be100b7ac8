//// a stream of items as the result
[RpcContract] public partial interface IShape { IAsyncEnumerable<int> M(string a, CancellationToken cancel = default); }
//// a stream of items as a parameter
[RpcContract] public partial interface IShape { ValueTask<int> A(IAsyncEnumerable<string> a, CancellationToken cancel = default); Task B(IAsyncEnumerable<string> a); ValueTask C(IAsyncEnumerable<string> a); Task<string> D(IAsyncEnumerable<string> a); }
//// streams of items both ways
[RpcContract] public partial interface IShape { IAsyncEnumerable<Data> M(IAsyncEnumerable<Data?> a, int b, CancellationToken cancel); }
[MessagePackObject] public class Data { [Key(0)] public int X { get; set; } }
//// two streams in and one out, with everything else between
[RpcContract] public partial interface IShape { IAsyncEnumerable<long> M(int x, IAsyncEnumerable<int> a, string? y, RpcCallContext? context, IAsyncEnumerable<string> b, CancellationToken cancel, List<Guid> z); }
//// bytes as the result, in every form
[RpcContract] public partial interface IShape { ValueTask<Stream> A(string name); Task<Stream> B(CancellationToken cancel = default); ValueTask<System.IO.Pipelines.PipeReader> C(int? a); Task<System.IO.Pipelines.PipeReader> D(); }
//// bytes as a parameter, in every form
[RpcContract] public partial interface IShape { ValueTask A(Stream a); Task<long> B(string name, Stream a, CancellationToken cancel = default); ValueTask<int> C(System.IO.Pipelines.PipeReader a); Task D(System.IO.Pipelines.PipeReader a, Stream b); }
//// bytes both ways
[RpcContract] public partial interface IShape { ValueTask<Stream> A(Stream a); Task<System.IO.Pipelines.PipeReader> B(System.IO.Pipelines.PipeReader a); IAsyncEnumerable<byte[]> C(Stream a); ValueTask<Stream> D(IAsyncEnumerable<ReadOnlyMemory<byte>> a, CancellationToken cancel = default); }
//// progress
[RpcContract] public partial interface IShape { Task A(IProgress<int> a); ValueTask<string> B(string name, IProgress<double>? progress = null, CancellationToken cancel = default); ValueTask<Stream> C(IProgress<Data> a); IAsyncEnumerable<int> D(IProgress<int?> a, IProgress<string?>? b); }
[MessagePackObject] public record Data([property: Key(0)] int X);
//// streams that may be left out
[RpcContract] public partial interface IShape { Task A(IAsyncEnumerable<int>? a = null, Stream? b = null, System.IO.Pipelines.PipeReader? c = null, IProgress<int>? d = null, string e = "x"); Task B(IAsyncEnumerable<int>? a, Stream? b, System.IO.Pipelines.PipeReader? c, IProgress<int>? d); }
//// items of every kind
[RpcContract] public partial interface IShape
{
    IAsyncEnumerable<int?> A(IAsyncEnumerable<int?> a, IProgress<int?> b);
    IAsyncEnumerable<string?> B(IAsyncEnumerable<string?> a, IProgress<string?> b);
    IAsyncEnumerable<DayOfWeek> C(IAsyncEnumerable<DayOfWeek?> a, IProgress<DayOfWeek> b);
    IAsyncEnumerable<List<string?>> D(IAsyncEnumerable<Dictionary<string, Data?>> a, IProgress<Data[]> b);
    IAsyncEnumerable<(int Left, string? Right)> E(IAsyncEnumerable<(int, Guid)?> a, IProgress<(int Done, int Total)> b);
    IAsyncEnumerable<ReadOnlyMemory<byte>> F(IAsyncEnumerable<byte[]?> a, IProgress<Uri> b);
    IAsyncEnumerable<IAsyncResult2> G(IAsyncEnumerable<Data?> a, IProgress<decimal?> b);
}
[MessagePackObject] public class Data { [Key(0)] public int X { get; set; } [Key(1)] public Data? Next { get; set; } }
[MessagePackObject] public struct IAsyncResult2 { [Key(0)] public int X { get; set; } }
//// stream parameters named as keywords
[RpcContract] public partial interface IShape { IAsyncEnumerable<int> @class(IAsyncEnumerable<int> @in, Stream @out, IProgress<int> @await, System.IO.Pipelines.PipeReader @default, int @int, CancellationToken @if); Task @yield(Stream @yield); }
//// stream parameters named like our locals
[RpcContract] public partial interface IShape { IAsyncEnumerable<int?> M(IAsyncEnumerable<int?> call, Stream writer, IProgress<int?> value, IProgress<int> reader, System.IO.Pipelines.PipeReader error, int? present, string parameter, int count, Stream service, IAsyncEnumerable<int?> Methods); }
//// streaming methods named like members of the proxy
[RpcContract] public partial interface IShape { IAsyncEnumerable<int> BeginStreaming(Stream Begin); Task Begin(IAsyncEnumerable<int> BeginStreaming); ValueTask<Stream> Proxy(); IAsyncEnumerable<int> ToString(Stream a); ValueTask<Stream> GetType(Stream Invoker); IAsyncEnumerable<string> Contract(); ValueTask Dispose(Stream a); }
//// streaming overloads that each have a wire name
[RpcContract] public partial interface IShape { IAsyncEnumerable<int> M(); [RpcMethod(Name = "M2")] IAsyncEnumerable<int> M(IAsyncEnumerable<int> a); [RpcMethod(Name = "M3")] IAsyncEnumerable<int> M(Stream a); [RpcMethod(Name = "M4")] ValueTask<Stream> M(IProgress<int>? a, int b = 0); }
//// inherited streaming methods
public interface IBase { IAsyncEnumerable<int> A(IAsyncEnumerable<string> a); ValueTask<Stream> B(IProgress<int>? a = null); }
[RpcContract] public partial interface IOther : IBase { Task C(Stream a); }
[RpcContract(Name = "shape")] public partial interface IShape : IOther { IAsyncEnumerable<int> D(); }
//// closed generic bases with streams
public interface IFeed<T> { IAsyncEnumerable<T> Items(IProgress<T> a, IAsyncEnumerable<T?> b, IAsyncEnumerable<List<T>> c); }
[RpcContract] public partial interface IShape : IFeed<string?> { }
[RpcContract] public partial interface IShape2 : IFeed<int> { }
[RpcContract] public partial interface IShape3 : IFeed<Data> { }
[MessagePackObject] public class Data { [Key(0)] public int X { get; set; } }
//// an oblivious contract with streams
#nullable disable
[RpcContract] public partial interface IShape { IAsyncEnumerable<string> A(IAsyncEnumerable<string> a, IProgress<Data> b = null, Stream c = null, System.IO.Pipelines.PipeReader d = null, RpcCallContext context = null); ValueTask<Stream> B(); Task<System.IO.Pipelines.PipeReader> C(IAsyncEnumerable<Data[]> a); Task D(IAsyncEnumerable<int?> a); }
[MessagePackObject] public class Data { [Key(0)] public string X { get; set; } }
//// results that may be null themselves
[RpcContract] public partial interface IShape { IAsyncEnumerable<int>? A(); Task<Stream>? B(); Task<System.IO.Pipelines.PipeReader>? C(Stream? a); Task? D(Stream a); Task<int>? E(IAsyncEnumerable<int>? a); }
//// what becomes of items when the consumer is slow
[RpcContract] public partial interface IShape
{
    [return: RpcStream(WhenSlow = RpcSlowConsumer.LatestOnly)] IAsyncEnumerable<int> A();
    [return: RpcStream(WhenSlow = RpcSlowConsumer.DropOldest, Capacity = 16)] IAsyncEnumerable<int> B([RpcStream(WhenSlow = RpcSlowConsumer.Fail, Capacity = 1)] IAsyncEnumerable<int> a, [RpcStream] IAsyncEnumerable<int> b, Stream c);
    Task C([RpcStream(Capacity = int.MaxValue)] IAsyncEnumerable<string> a, [RpcStream(WhenSlow = RpcSlowConsumer.Wait)] IAsyncEnumerable<string>? b = null);
}
//// limits of payloads
[RpcContract(MaxPayloadSize = 65536)] public partial interface IShape { Task A(int a); [RpcMethod(MaxPayloadSize = 1)] IAsyncEnumerable<int> B(); [RpcMethod(MaxPayloadSize = int.MaxValue)] Task C(IAsyncEnumerable<int> a); [RpcMethod(MaxPayloadSize = 0, OneWay = true)] Task D(); }
//// a limit of one method
[RpcContract] public partial interface IShape { Task A(); [RpcMethod(MaxPayloadSize = 1 << 20, Name = "b")] Task<byte[]> B(); }
//// one item type in many streams
[RpcContract] public partial interface IShape { IAsyncEnumerable<Data> A(IAsyncEnumerable<Data> a, IProgress<Data> b, Data c, List<Data> d); ValueTask<Data> B(IAsyncEnumerable<Data?> a); }
[MessagePackObject] public class Data { [Key(0)] public List<Data>? X { get; set; } }
//// attributes of null flow on streams
using System.Diagnostics.CodeAnalysis;
[RpcContract] public partial interface IShape { Task A([AllowNull] Stream a, [DisallowNull] IAsyncEnumerable<int>? b, [AllowNull] IProgress<int> c); }
//// obsolete and experimental items
using System.Diagnostics.CodeAnalysis;
[RpcContract] public partial interface IShape { [Obsolete] IAsyncEnumerable<Old> A(Stream a); [Experimental("EXP001")] IAsyncEnumerable<New> C(IProgress<New> a); [Obsolete("gone", true)] IAsyncEnumerable<int> B(Stream a); }
[Obsolete("old"), MessagePackObject] public class Old { [Key(0)] public int X { get; set; } }
[Experimental("EXP003"), MessagePackObject] public class New { [Key(0)] public int X { get; set; } }
//// user types that shadow those of streams
namespace Shop { [RpcContract] public partial interface IShape { global::System.Collections.Generic.IAsyncEnumerable<Stream> A(global::System.IO.Stream a, global::System.IProgress<PipeReader> b, Stream c); global::System.Threading.Tasks.ValueTask<global::System.IO.Stream> B(); }
[MessagePackObject] public class Stream { [Key(0)] public int X { get; set; } } [MessagePackObject] public class PipeReader { [Key(0)] public int X { get; set; } } public class RpcStreamDescriptor { } }
namespace Shop.System { public class IO { } }
//// a nested contract with streams
public partial class Outer { [RpcContract] internal partial interface IShape { IAsyncEnumerable<Inner> M(IAsyncEnumerable<Inner> a); [MessagePackObject] internal class Inner { [Key(0)] public int X { get; set; } } } }
//// a streaming default interface method
[RpcContract] public partial interface IShape { IAsyncEnumerable<int> M(int from); IAsyncEnumerable<int> All() => M(0); [RpcMethod] IAsyncEnumerable<int> Some(Stream a) => M(1); }
//// sixteen streams
[RpcContract] public partial interface IShape { Task M(Stream a, Stream b, Stream c, Stream d, Stream e, Stream f, Stream g, Stream h, IAsyncEnumerable<int> i, IAsyncEnumerable<int> j, IAsyncEnumerable<int> k, IAsyncEnumerable<int> l, IProgress<int> m, IProgress<int> n, IProgress<int> o, IProgress<int> p); }
//// bytes of a length that is known as data beside bytes that are streamed
[RpcContract] public partial interface IShape { Task<byte[]> A(byte[] a, Stream b); Task<ReadOnlyMemory<byte>> B(ReadOnlyMemory<byte> a, IAsyncEnumerable<byte> b); }
//// data that can be enumerated as well
[RpcContract] public partial interface IShape { ValueTask<Page> A(Page a, IAsyncEnumerable<Page> b); }
[MessagePackObject] public class Page : IAsyncEnumerable<int> { [Key(0)] public int X { get; set; } public IAsyncEnumerator<int> GetAsyncEnumerator(CancellationToken cancellationToken = default) => throw new NotSupportedException(); }
