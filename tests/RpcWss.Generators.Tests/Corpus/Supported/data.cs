//// every leaf type
[RpcContract] public partial interface IShape
{
    Task A(bool a, sbyte b, byte c, short d, ushort e, int f, uint g, long h, ulong i, float j, double k, Half l, decimal m, char n, System.Text.Rune o);
    Task B(string a, byte[] b, Memory<byte> c, ReadOnlyMemory<byte> d, ArraySegment<byte> e, Guid f, DateTime g, DateTimeOffset h, TimeSpan i, DateOnly j, TimeOnly k, Uri l, Version m, System.Numerics.BigInteger n);
    Task C(bool? a, sbyte? b, Half? l, decimal? m, char? n, System.Text.Rune? o, Memory<byte>? c, ReadOnlyMemory<byte>? d, ArraySegment<byte>? e, Guid? f, DateTime? g, DateTimeOffset? h, TimeSpan? i, DateOnly? j, TimeOnly? k, System.Numerics.BigInteger? p);
    Task D(string? a, byte[]? b, Uri? l, Version? m);
    Task<bool> R1(); Task<ReadOnlyMemory<byte>> R2(); Task<byte[]> R3(); Task<Uri> R4(); Task<Guid?> R5(); Task<Half> R6(); Task<ReadOnlyMemory<byte>?> R7(); Task<Version?> R8(); Task<string> R9();
}
//// enums of every underlying type
[RpcContract] public partial interface IShape { Task<E8> M(E1 a, E2? b, E3[] c, List<E4> d, Dictionary<E5, E6> e, E7 f = E7.B); }
public enum E1 : sbyte { A = -1 } public enum E2 : byte { A } public enum E3 : short { A } public enum E4 : ushort { A } public enum E5 { A } public enum E6 : uint { A } public enum E7 : long { A, B = -5 } [Flags] public enum E8 : ulong { A }
//// every collection
[RpcContract] public partial interface IShape
{
    Task<int[]> A(string[] a, List<int> b, IList<int> c, ICollection<int> d, IReadOnlyList<int> e, IReadOnlyCollection<int> f, IEnumerable<int> g, HashSet<string> h, ISet<int> i, IReadOnlySet<Guid> j);
    Task<Dictionary<string, int>> B(IDictionary<Guid, string> a, IReadOnlyDictionary<long, int?> b, Dictionary<DateTime, byte[]> c, Dictionary<double, int> d, KeyValuePair<string, int> e);
    Task<int[][]> C(List<List<int[]>> a, Dictionary<string, List<KeyValuePair<int, (int, string)>>> b, HashSet<decimal> c, HashSet<Version> d, HashSet<System.Numerics.BigInteger> e, HashSet<DateTimeOffset> f, HashSet<float> g, HashSet<Uri> h);
}
//// a class with settable members
[RpcContract] public partial interface IShape { Task<Data?> M(Data a, List<Data> b); }
[MessagePackObject] public class Data { [Key(0)] public int A { get; set; } [Key(1)] public string? B { get; set; } [Key(2)] public List<Data>? C; [Key(4)] public Data? D { get; set; } [IgnoreMember] public object? E { get; set; } private int F { get; set; } public static int G { get; set; } public const int H = 1; public int this[int i] => i; [Key(5)] public int Sum => A + 1; internal int I; }
//// records and primary constructors
[RpcContract] public partial interface IShape { Task<R> M(R a, S b, C c, RS? d); }
[MessagePackObject] public record R([property: Key(0)] int A, [property: Key(1)] string? B = "x", [property: Key(2)] R? C = null);
[MessagePackObject] public readonly record struct S([property: Key(0)] int A, [property: Key(1)] DateTime B);
[MessagePackObject] public class C(int a, string b) { [Key(0)] public int A { get; } = a; [Key(1)] public string B { get; } = b; [Key(2)] public int? D { get; set; } [Key(3)] public int E { get; init; } = 7; }
[MessagePackObject] public record struct RS([property: Key(0)] int A);
//// init and required members
[RpcContract] public partial interface IShape { Task<A> M(A a, B b, C c, D d); }
[MessagePackObject] public class A { [Key(0)] public required int X { get; init; } [Key(1)] public string Y { get; init; } = "y"; [Key(2)] public int Z { get; set; } = 3; [IgnoreMember] public required string W { get; set; } }
[MessagePackObject] public record B { [Key(0)] public required List<int> X { get; init; } [Key(1)] public required A? Y { get; set; } }
[MessagePackObject] public class C { public C() { } [SerializationConstructor, System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public C(int x) => X = x; [Key(0)] public required int X { get; init; } [Key(1)] public required int Y { get; set; } = 5; }
[MessagePackObject] public struct D { public D() { X = 1; } [Key(0)] public int X { get; init; } = 1; [Key(1)] public required string Y; }
//// constructors that are chosen and marked
[RpcContract] public partial interface IShape { Task<A> M(A a, B b, C c); }
[MessagePackObject] public class A { public A(int x) => X = x; public A(int x, string? y) { X = x; Y = y; } public A(Guid other) { } [Key(0)] public int X { get; } [Key(1)] public string? Y { get; } }
[MessagePackObject] public class B { [SerializationConstructor] internal B(string y, int x = 5) { X = x; Y = y; } public B() { } [Key(0)] public int X { get; } [Key(1)] public string Y { get; } = ""; }
[MessagePackObject] public class C { public C(IEnumerable<int> items) => Items = [.. items]; [Key(0)] public List<int> Items { get; } }
//// inherited members
[RpcContract] public partial interface IShape { Task<Derived> M(Derived a); }
[MessagePackObject] public abstract class Base { [Key(0)] public int A { get; set; } [Key(1)] public virtual string? B { get; set; } [Key(2)] public abstract int C { get; set; } }
public class Middle : Base { public override int C { get; set; } [Key(3)] public int D { get; set; } }
[MessagePackObject] public sealed class Derived : Middle { public override string? B { get; set; } [Key(4)] public int E { get; set; } }
//// generic data, closed
[RpcContract] public partial interface IShape { Task<Page<Item>> M(Page<int> a, Page<Page<string?>> b, Pair<Item, int?>.Inner c); }
[MessagePackObject] public class Page<T> { [Key(0)] public List<T> Items { get; init; } = []; [Key(1)] public T? First { get; set; } [Key(2)] public Page<T>? Next { get; set; } }
[MessagePackObject] public struct Item { [Key(0)] public int X; }
public static class Pair<TA, TB> { [MessagePackObject] public class Inner { [Key(0)] public TA? A { get; set; } [Key(1)] public TB? B { get; set; } } }
//// types that contain one another
[RpcContract] public partial interface IShape { Task<A> M(B b); }
[MessagePackObject] public class A { [Key(0)] public B? B { get; set; } [Key(1)] public Dictionary<string, List<A>>? C { get; set; } }
[MessagePackObject] public class B { [Key(0)] public A? A { get; set; } [Key(1)] public (A?, B?) T { get; set; } }
//// callbacks before and after
[RpcContract] public partial interface IShape { Task<A> M(B b, C c); }
[MessagePackObject] public class A : IMessagePackSerializationCallbackReceiver { [Key(0)] public int X { get; set; } public void OnBeforeSerialize() { } public void OnAfterDeserialize() { } }
[MessagePackObject] public record B([property: Key(0)] int X) : IMessagePackSerializationCallbackReceiver { void IMessagePackSerializationCallbackReceiver.OnBeforeSerialize() { } void IMessagePackSerializationCallbackReceiver.OnAfterDeserialize() { } }
[MessagePackObject] public struct C : IMessagePackSerializationCallbackReceiver { [Key(0)] public int X { get; set; } public void OnBeforeSerialize() { } public void OnAfterDeserialize() { } }
//// an object without members, and one with a hole
[RpcContract] public partial interface IShape { Task<A> M(B b, C c); }
[MessagePackObject] public class A { }
[MessagePackObject] public struct B { }
[MessagePackObject] public class C { [Key(3)] public int X { get; set; } }
//// nested data in all kinds of types
[RpcContract] public partial interface IShape { Task<Outer.Inner> M(Outer.Middle.Deep a); }
public class Outer { [MessagePackObject] public class Inner { [Key(0)] public int X { get; set; } } public struct Middle { [MessagePackObject] public record Deep([property: Key(0)] Inner I); } internal class Hidden { [MessagePackObject] public class Inner { [Key(0)] public int X { get; set; } } } }
//// data that overload operators
[RpcContract] public partial interface IShape { Task<A> M(A a, A? b); }
[MessagePackObject] public class A { [Key(0)] public int X { get; set; } public static bool operator ==(A? l, A? r) => throw new InvalidOperationException(); public static bool operator !=(A? l, A? r) => throw new InvalidOperationException(); public override bool Equals(object? o) => false; public override int GetHashCode() => 0; }
//// a getter that is not public beside a base that is
[RpcContract] public partial interface IShape { Task<A> M(A a); }
[MessagePackObject] public class A { [Key(0)] public int X { get; private protected set; } public A(int x) => X = x; [IgnoreMember] public Action? B { get; set; } [System.Runtime.Serialization.IgnoreDataMember] public object? C { get; set; } [NonSerialized] public object? D; }
//// enums and data within generic types
[RpcContract] public partial interface IShape { Task<Outer<int>.Kind> M(Outer<byte>.Kind a, Box<byte> b, Outer<string?>.Kind? c); }
public class Outer<T> { public enum Kind { A } }
[MessagePackObject] public struct Box<T> { [Key(0)] public T Value; }
//// members by reference, statics and explicit implementations
public interface IHas { int X { get; } }
[MessagePackObject] public class Data : IHas { private int _x; [Key(0)] public ref int R => ref _x; [Key(Keys.Second)] public int Y { get; set; } int IHas.X => 1; public static int S { get; set; } protected int P { get; set; } }
public static class Keys { public const int Second = 1; }
[RpcContract] public partial interface IShape { Task<Data> M(); }
//// a base member that is ignored and hidden
[MessagePackObject] public class Base { [IgnoreMember] public object? X { get; set; } }
[MessagePackObject] public class Data : Base { [Key(0)] public new int X { get; set; } }
[RpcContract] public partial interface IShape { Task<Data> M(); }
//// one data type of many contracts
[MessagePackObject] public class Data { [Key(0)] public List<Data?>? X { get; set; } }
[RpcContract] public partial interface IA { Task<Data> M(); }
[RpcContract] public partial interface IB { Task<List<Data>> M(); }
#nullable disable
[RpcContract] public partial interface IC { Task<List<Data>> M(Data a); }
//// unions of classes, records and structs
[RpcContract] public partial interface IShape { Task<IData> M(List<IData?> a, Base b, IEmpty? c); }
[Union(0, typeof(A)), Union(5, typeof(B)), Union(-1, typeof(Box<int>)), Union(7, typeof(S))] public interface IData { }
[MessagePackObject] public class A : IData { [Key(0)] public IData? Inner { get; set; } }
[MessagePackObject] public record B([property: Key(0)] int X) : IData;
[MessagePackObject] public class Box<T> : IData { [Key(0)] public T? X { get; set; } }
[MessagePackObject] public struct S : IData { [Key(0)] public int X; }
[Union(0, typeof(C)), Union(1, typeof(@class))] public abstract class Base { }
[MessagePackObject] public class C : Base { [Key(0)] public Base? X { get; set; } }
[MessagePackObject] public class @class : Base { }
[Union(0, typeof(D))] public interface IEmpty { }
[MessagePackObject(true)] public class D : IEmpty { }
//// names as keys
[RpcContract] public partial interface IShape { Task<A> M(B b, C c, D d, E e); }
[MessagePackObject(true)] public class A { public int X { get; set; } public int @class { get; set; } public string? Index, Key, Count, Value, Reader, Found0; public int Sum => X; internal int I; }
[MessagePackObject(true)] public record B(int X, string? Y = "y") { public int Z { get; init; } = 1; public int W { get; set; } public required int V { get; set; } }
[MessagePackObject] public class C { [Key("a b")] public int X { get; set; } [Key("\"\\\n\u00e4")] public C? Y { get; set; } }
[System.Runtime.Serialization.DataContract] public class D { [System.Runtime.Serialization.DataMember(Name = "n")] public int X { get; set; } [System.Runtime.Serialization.DataMember] public int Y { get; set; } public object? Z { get; set; } }
[MessagePackObject(keyAsPropertyName: true)] public struct E { public int X; public E? Y => null; }
//// formatters of the user
[RpcContract] public partial interface IShape { Task<A> M(B b, G<int> c, K k, A? d, S s, S? t); }
[MessagePackFormatter(typeof(AFormat))] public class A { }
public class AFormat : MessagePack.Formatters.IMessagePackFormatter<A?> { public void Serialize(ref MessagePackWriter w, A? v, MessagePackSerializerOptions o) { if (v is null) w.WriteNil(); else w.Write(1); } public A? Deserialize(ref MessagePackReader r, MessagePackSerializerOptions o) { if (r.TryReadNil()) return null; r.Skip(); return new(); } }
[MessagePackObject] public class B { [Key(0), MessagePackFormatter(typeof(IntFormat), 3, "x", DayOfWeek.Friday, typeof(int))] public int X { get; set; } [Key(1), MessagePackFormatter(typeof(AFormat))] public A? Y { get; set; } }
public class IntFormat(int a, string b, DayOfWeek c, Type d) : MessagePack.Formatters.IMessagePackFormatter<int> { public override string ToString() => $"{a}{b}{c}{d}"; public void Serialize(ref MessagePackWriter w, int v, MessagePackSerializerOptions o) => w.Write((int)v); public int Deserialize(ref MessagePackReader r, MessagePackSerializerOptions o) => r.ReadInt32(); }
[MessagePackFormatter(typeof(GFormat<>))] public class G<T> { }
public class GFormat<T> : MessagePack.Formatters.IMessagePackFormatter<G<T>?> { public void Serialize(ref MessagePackWriter w, G<T>? v, MessagePackSerializerOptions o) { if (v is null) w.WriteNil(); else w.Write(1); } public G<T>? Deserialize(ref MessagePackReader r, MessagePackSerializerOptions o) { if (r.TryReadNil()) return null; r.Skip(); return new(); } }
[MessagePackFormatter(typeof(KFormat))] public enum K { A }
public class KFormat : MessagePack.Formatters.IMessagePackFormatter<K> { public static readonly KFormat Instance = new(); private KFormat() { } public void Serialize(ref MessagePackWriter w, K v, MessagePackSerializerOptions o) => w.Write((int)v); public K Deserialize(ref MessagePackReader r, MessagePackSerializerOptions o) => (K)r.ReadInt32(); }
[MessagePackFormatter(typeof(SFormat))] public struct S { }
public class SFormat : MessagePack.Formatters.IMessagePackFormatter<S> { public void Serialize(ref MessagePackWriter w, S v, MessagePackSerializerOptions o) => w.Write(1); public S Deserialize(ref MessagePackReader r, MessagePackSerializerOptions o) { r.Skip(); return new(); } }
//// collections of every namespace
[RpcContract] public partial interface IShape
{
    Task A(Queue<int> a, Stack<string?> b, LinkedList<int?> c, SortedSet<int> d, SortedDictionary<string, int> e, SortedList<int, string?> f, OrderedDictionary<long, int> g);
    Task B(System.Collections.ObjectModel.Collection<int> a, System.Collections.ObjectModel.ObservableCollection<int> b, System.Collections.ObjectModel.ReadOnlyCollection<int> c, System.Collections.ObjectModel.ReadOnlyObservableCollection<int> d, System.Collections.ObjectModel.ReadOnlySet<int> e, System.Collections.ObjectModel.ReadOnlyDictionary<Guid, int> f);
    Task C(System.Collections.Concurrent.ConcurrentBag<int> a, System.Collections.Concurrent.ConcurrentQueue<string> b, System.Collections.Concurrent.ConcurrentStack<int[]> c, System.Collections.Concurrent.ConcurrentDictionary<decimal, int> d);
    Task D(System.Collections.Immutable.ImmutableArray<int> a, System.Collections.Immutable.ImmutableList<int> b, System.Collections.Immutable.ImmutableHashSet<string> c, System.Collections.Immutable.ImmutableSortedSet<int> d, System.Collections.Immutable.ImmutableQueue<int> e, System.Collections.Immutable.ImmutableStack<int> f, System.Collections.Immutable.ImmutableDictionary<string, int> g, System.Collections.Immutable.ImmutableSortedDictionary<int, int> h, System.Collections.Immutable.ImmutableArray<int?>? i);
    Task E(System.Collections.Immutable.IImmutableList<int> a, System.Collections.Immutable.IImmutableSet<long> b, System.Collections.Immutable.IImmutableQueue<int> c, System.Collections.Immutable.IImmutableStack<int> d, System.Collections.Immutable.IImmutableDictionary<DateTime, int> e);
    Task F(System.Collections.Frozen.FrozenSet<string> a, System.Collections.Frozen.FrozenSet<int> b, System.Collections.Frozen.FrozenDictionary<string, int> c, System.Collections.Frozen.FrozenDictionary<Version, int> d);
    Task G(ArraySegment<int> a, Memory<string> b, ReadOnlyMemory<long?> c, System.Buffers.ReadOnlySequence<int> d, System.Buffers.ReadOnlySequence<byte> e, ArraySegment<int>? f, Memory<int>? g);
    Task H(int[,] a, string?[,,] b, byte[,,,] c, int[][,] d, int[,][] e, Lazy<int> f, Lazy<string?>? g, Tuple<int> h, Tuple<int, string?, int[]> i, Tuple<int, int, int, int, int, int, int, Tuple<int>> j);
}
//// leaves of the framework that are rare
[RpcContract] public partial interface IShape { Task A(Int128 a, UInt128 b, System.Numerics.Complex c, System.Text.StringBuilder d, System.Collections.BitArray e, Index f, Range g, Int128? h, Index? i, System.Collections.BitArray? j, Dictionary<Int128, int> k, HashSet<Index> l); }
//// setters that are not public
[RpcContract] public partial interface IShape { Task<A> M(A a, B b, C c, D d, List<E> e); }
[MessagePackObject] public class A { [Key(0)] public int X { get; private set; } [Key(1)] public string? @class { get; internal set; } [Key(2)] public int Y { get; set; } }
[MessagePackObject] public struct B { [Key(0)] public int X { get; private set; } [Key(1)] public A? Inner { get; private init; } }
[MessagePackObject] public class Base { [Key("x")] public int X { get; protected set; } }
[MessagePackObject] public class C : Base { [Key("y")] public required int Y { get; init; } [Key("z")] public List<C?>? Z { get; private protected set; } }
[MessagePackObject] public record D([property: Key(0)] int X) { [Key(1)] public string? Y { get; private set; } = "y"; }
[MessagePackObject] public class E { [Key(0), Obsolete] public int X { get; private set; } }
//// lookups and groups
[RpcContract] public partial interface IShape { Task<System.Linq.ILookup<string, int>> M(System.Linq.ILookup<int, string?> a, System.Linq.IGrouping<Guid, Data?> b, System.Linq.ILookup<Version, Data>? c, System.Linq.IGrouping<int, int>[] d); }
[MessagePackObject] public class Data { [Key(0)] public System.Linq.ILookup<string, Data>? X { get; set; } }
//// a lazy truth
[RpcContract] public partial interface IShape { Task<Lazy<bool>> M(Lazy<bool> a, Lazy<System.Threading.LazyThreadSafetyMode> b); }
