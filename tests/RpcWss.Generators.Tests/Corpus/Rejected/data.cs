//// RPCWSS030 object
[RpcContract] public partial interface IShape { Task M([|object|] a); }
//// RPCWSS030 dynamic
[RpcContract] public partial interface IShape { [|Task<dynamic>|] M(); }
//// RPCWSS030 a type object
[RpcContract] public partial interface IShape { Task M([|Type|] a); }
//// RPCWSS030 a delegate
[RpcContract] public partial interface IShape { Task M([|Action<int>|] a); }
//// RPCWSS030 a pointer
[RpcContract] public unsafe partial interface IShape { Task M([|int*|] a); }
//// RPCWSS030 a native integer
[RpcContract] public partial interface IShape { Task M([|nint|] a); }
//// RPCWSS030 a span
[RpcContract] public partial interface IShape { Task M([|ReadOnlySpan<byte>|] a); }
//// RPCWSS030 a params span
[RpcContract] public partial interface IShape { Task M(params [|ReadOnlySpan<int>|] a); }
//// RPCWSS030 options of the caller
[RpcContract] public partial interface IShape { Task M(int a, [|RpcCallOptions?|] b = null); }
//// RPCWSS030 a token within data
[RpcContract] public partial interface IShape { Task M([|List<CancellationToken>|] a); }
//// RPCWSS030 a contract
[RpcContract] public partial interface IShape { Task M([|IShape|] a); }
//// RPCWSS030 an exception
[RpcContract] public partial interface IShape { [|Task<Exception>|] M(); }
//// RPCWSS030 an interface of the user
[RpcContract] public partial interface IShape { Task M([|IData|] a); }
public interface IData { }
//// RPCWSS030 a type of the framework that nobody knows
[RpcContract] public partial interface IShape { Task M([|System.Net.IPAddress|] a); }
//// RPCWSS030 a member of a member
[RpcContract] public partial interface IShape { Task<Data> M(List<Data> a); Task N(Data a); }
[MessagePackObject] public class Data { [Key(0)] public object? [|Anything|] { get; set; } }
//// RPCWSS030 a type that expands without end
[RpcContract] public partial interface IShape { Task M(Node<int> a); }
[MessagePackObject] public class Node<T> { [Key(0)] public Node<Node<T>>? [|Next|] { get; set; } }
//// RPCWSS030 an enum that is obsolete as an error
[RpcContract] public partial interface IShape { [Obsolete] Task M([|Kind|] a); }
[Obsolete("gone", true)] public enum Kind { A }
//// RPCWSS031 a class without the attribute
[RpcContract] public partial interface IShape { Task M([|Data|] a); }
public class Data { public int X { get; set; } }
//// RPCWSS031 a struct without the attribute in a list in a result
[RpcContract] public partial interface IShape { [|Task<Dictionary<string, List<Data>>>|] M(); }
public struct Data { public int X; }
//// RPCWSS032 a property without a key
[RpcContract] public partial interface IShape { Task M(Data a); }
[MessagePackObject] public class Data { [Key(0)] public int X { get; set; } public int [|Y|] { get; set; } }
//// RPCWSS032 a record without keys
[RpcContract] public partial interface IShape { Task M(Data a); }
[MessagePackObject] public record Data(int [|X|]);
//// RPCWSS032 two contracts that reach one member
[RpcContract] public partial interface IShape { Task M(Data a); }
[RpcContract] public partial interface IOther { Task M(Data a); }
[MessagePackObject] public class Data { public int [|Y|]; }
//// RPCWSS033 a key twice
[RpcContract] public partial interface IShape { Task M(Data a); }
[MessagePackObject] public class Data { [Key(0)] public int X { get; set; } [Key(0)] public int [|Y|] { get; set; } }
//// RPCWSS033 a negative key
[RpcContract] public partial interface IShape { Task M(Data a); }
[MessagePackObject] public class Data { [Key(-1)] public int [|X|] { get; set; } }
//// RPCWSS033 a huge key
[RpcContract] public partial interface IShape { Task M(Data a); }
[MessagePackObject] public class Data { [Key(1000000)] public int [|X|] { get; set; } }
//// RPCWSS034 no constructor that fits
[RpcContract] public partial interface IShape { Task M(Data a); }
[MessagePackObject] public class [|Data|] { public Data(string other) { } [Key(0)] public int X { get; set; } }
//// RPCWSS034 a private constructor
[RpcContract] public partial interface IShape { Task M(Data a); }
[MessagePackObject] public class [|Data|] { private Data() { } [Key(0)] public int X { get; set; } }
//// RPCWSS034 a marked constructor that does not fit
[RpcContract] public partial interface IShape { Task M(Data a); }
[MessagePackObject] public class [|Data|] { public Data() { } [SerializationConstructor] public Data(Guid x) { } [Key(0)] public int X { get; set; } }
//// RPCWSS035 a formatter on a type
[RpcContract] public partial interface IShape { Task M(Data a); }
[MessagePackFormatter(typeof(int))] public class [|Data|] { }
//// RPCWSS035 a formatter on a member
[RpcContract] public partial interface IShape { Task M(Data a); }
[MessagePackObject] public class Data { [Key(0), MessagePackFormatter(typeof(int))] public int [|X|] { get; set; } }
//// RPCWSS035 a member that hides another
[RpcContract] public partial interface IShape { Task M(Data a); }
[MessagePackObject] public class Base { [Key(0)] public int [|X|] { get; set; } }
[MessagePackObject] public class Data : Base { [Key(1)] public new int X { get; set; } }
//// RPCWSS036 a key on a private member
[RpcContract] public partial interface IShape { Task M(Data a); }
[MessagePackObject] public class Data { [Key(0)] private int [|X|] { get; set; } }
//// RPCWSS036 a private setter of a generic type
[RpcContract] public partial interface IShape { Task M(Data<int> a); }
[MessagePackObject] public class Data<T> { [Key(0)] public T? [|X|] { get; private set; } }
//// RPCWSS036 no setter
[RpcContract] public partial interface IShape { Task M(Data a); }
[MessagePackObject] public class Data { [Key(0)] public int [|X|] { get; } }
//// RPCWSS036 a readonly field
[RpcContract] public partial interface IShape { Task M(Data a); }
[MessagePackObject] public class Data { [Key(0)] public readonly int [|X|]; }
//// RPCWSS036 no getter
[RpcContract] public partial interface IShape { Task M(Data a); }
[MessagePackObject] public class Data { [Key(0)] public int [|X|] { set { } } }
//// RPCWSS036 a member that is obsolete as an error
[RpcContract] public partial interface IShape { Task M(Data a); }
[MessagePackObject] public class Data { [Key(0), Obsolete("x", true)] public int [|X|] { get; set; } }
//// RPCWSS037 private data
public partial class Outer { [RpcContract] protected partial interface IShape { Task M([|Data|] a); } [MessagePackObject] protected class Data { [Key(0)] public int X { get; set; } } }
//// RPCWSS037 a protected enum
public partial class Outer { [RpcContract] protected partial interface IShape { Task M(int a, [|Kind|] b); } protected enum Kind { A } }
//// RPCWSS030 an array of five dimensions
[RpcContract] public partial interface IShape { Task M([|int[,,,,]|] a); }
//// RPCWSS030 an abstract class without cases
[RpcContract] public partial interface IShape { Task M([|Data|] a); }
[MessagePackObject] public abstract class Data { }
//// RPCWSS030 a case that is no part of its union
[RpcContract] public partial interface IShape { Task M(IData a); }
[Union(0, typeof(A))] public interface [|IData|] { }
[MessagePackObject] public class A { }
//// RPCWSS031 a case without the attribute
[RpcContract] public partial interface IShape { Task M(IData a); }
[Union(0, typeof(A))] public interface [|IData|] { }
public class A : IData { }
//// RPCWSS033 two cases with one key
[RpcContract] public partial interface IShape { Task M(IData a); }
[Union(0, typeof(A)), Union(0, typeof(B))] public interface [|IData|] { }
[MessagePackObject] public class A : IData { }
[MessagePackObject] public class B : IData { }
//// RPCWSS033 two keys for one case
[RpcContract] public partial interface IShape { Task M(IData a); }
[Union(0, typeof(A)), Union(1, typeof(A))] public interface [|IData|] { }
[MessagePackObject] public class A : IData { }
//// RPCWSS035 a case named by a text
[RpcContract] public partial interface IShape { Task M(IData a); }
[Union(0, "A")] public interface [|IData|] { }
[MessagePackObject] public class A : IData { }
//// RPCWSS033 a name twice
[RpcContract] public partial interface IShape { Task M(Data a); }
[MessagePackObject] public class Data { [Key("x")] public int X { get; set; } [Key("x")] public int [|Y|] { get; set; } }
//// RPCWSS033 names beside numbers
[RpcContract] public partial interface IShape { Task M(Data a); }
[MessagePackObject] public class Data { [Key("x")] public int X { get; set; } [Key(1)] public int [|Y|] { get; set; } }
//// RPCWSS036 a private setter of a member with its own name as its key
[RpcContract] public partial interface IShape { Task M(Data a); }
[MessagePackObject(true)] public class Data { public int [|X|] { get; private set; } }
//// RPCWSS035 a formatter that the assembly cannot see
[RpcContract] public partial interface IShape { Task M(Data a); }
[MessagePackFormatter(typeof(Data.F))] public class [|Data|] { private class F : MessagePack.Formatters.IMessagePackFormatter<Data?> { public void Serialize(ref MessagePackWriter w, Data? v, MessagePackSerializerOptions o) { } public Data? Deserialize(ref MessagePackReader r, MessagePackSerializerOptions o) => null; } }
//// RPCWSS035 a formatter that nothing can make
[RpcContract] public partial interface IShape { Task M(Data a); }
[MessagePackFormatter(typeof(F))] public class [|Data|] { }
public class F : MessagePack.Formatters.IMessagePackFormatter<Data?> { public F(int a) { } public void Serialize(ref MessagePackWriter w, Data? v, MessagePackSerializerOptions o) { } public Data? Deserialize(ref MessagePackReader r, MessagePackSerializerOptions o) => null; }
