//// a base interface
public interface IBase { Task<int> A(int a); }
[RpcContract] public partial interface IShape : IBase { Task B(); }
//// a base that is a contract
[RpcContract] public partial interface IBase { Task<int> A(int a); }
[RpcContract] public partial interface IShape : IBase { Task B(); }
[RpcContract] public partial interface IThird : IShape { Task C(); }
//// a diamond
public interface ITop { Task A(); }
public interface ILeft : ITop { Task B(); }
public interface IRight : ITop { Task C(); }
[RpcContract] public partial interface IShape : ILeft, IRight { Task D(); }
//// a diamond of contracts
[RpcContract] public partial interface ITop { Task A(); }
[RpcContract] public partial interface ILeft : ITop { Task B(); }
[RpcContract] public partial interface IRight : ITop { Task C(); }
[RpcContract] public partial interface IShape : ILeft, IRight { }
//// closed generic bases
public interface IStore<TKey, T> { Task<T> Get(TKey key, CancellationToken c = default); Task Put(TKey key, T item); }
[RpcContract] public partial interface IShape : IStore<string, List<Data?>> { }
[MessagePackObject] public class Data { [Key(0)] public int X { get; set; } }
//// one generic base closed twice, renamed in a layer between
public interface IOf<T> { Task<T> Get(); }
public interface INumbers : IOf<int> { }
[RpcContract] public partial interface IShape : INumbers { Task<string> GetName(); }
//// a base with nullable type arguments
public interface IOf<T> { Task<T> Get(T a); }
[RpcContract] public partial interface IShape : IOf<string?> { }
[RpcContract] public partial interface IOther : IOf<(int A, string? B)> { }
//// members that are hidden and renamed
public interface IBase { Task<int> M(int a); }
[RpcContract] public partial interface IShape : IBase { [RpcMethod(Name = "M2")] new Task<int> M(int a); }
//// the same signature in two bases, one of them renamed
public interface ILeft { Task<int> M(int a); }
public interface IRight { [RpcMethod(Name = "Other")] Task<int> M(int a); }
[RpcContract] public partial interface IShape : ILeft, IRight { }
//// a base method that the contract implements
public interface IBase { Task<int> A(int a); Task B(); }
[RpcContract] public partial interface IShape : IBase { Task<int> IBase.A(int a) => Task.FromResult(a); }
//// a base method that is made abstract again
public interface IBase { Task<int> A(int a) => Task.FromResult(a); }
[RpcContract] public partial interface IShape : IBase { abstract Task<int> IBase.A(int a); }
//// properties of bases that the contract implements
public interface IBase { int P { get; } event Action E; }
[RpcContract] public partial interface IShape : IBase { int IBase.P => 1; event Action IBase.E { add { } remove { } } Task M(); }
//// a static abstract member of a base that the contract implements
public interface IBase { static abstract int P { get; } }
[RpcContract] public partial interface IShape : IBase { static int IBase.P => 1; Task M(); }
//// an internal method
[RpcContract] public partial interface IShape { internal Task M(int a); Task N(); }
//// bases with obsolete members
public interface IBase { [Obsolete("x")] Task A(); }
[RpcContract] public partial interface IShape : IBase { }
//// base keyword and generic names
public interface @base<@class> { Task<@class> @get(@class @this); }
[RpcContract] public partial interface IShape : @base<int> { }
//// a method over which two bases disagree
public interface ITop { Task<int> M(); }
public interface ILeft : ITop { Task<int> ITop.M() => Task.FromResult(1); }
public interface IRight : ITop { Task<int> ITop.M() => Task.FromResult(2); }
[RpcContract] public partial interface IShape : ILeft, IRight { }
//// a default method over which two bases disagree
public interface ITop { Task<int> M() => Task.FromResult(0); }
public interface ILeft : ITop { Task<int> ITop.M() => Task.FromResult(1); }
public interface IRight : ITop { Task<int> ITop.M() => Task.FromResult(2); }
[RpcContract] public partial interface IShape : ILeft, IRight { }
//// a synchronous base that the contract implements
[RpcContract] public partial interface IShape : IDisposable { void IDisposable.Dispose() { } Task M(); }
//// a base of the framework
[RpcContract] public partial interface IShape : IAsyncDisposable { Task M(); }
//// a default method that calls remote ones
[RpcContract] public partial interface IShape { Task<int> A(int a); IAsyncEnumerable<int> B(); async Task<int> C(int times) { int sum = await A(times); await foreach (int item in B()) { sum ^= item; } return sum; } }
//// a default method that a derived contract makes remote
public interface IBase { Task<int> A(int a) => Task.FromResult(a); }
[RpcContract] public partial interface IShape : IBase { [RpcMethod] new Task<int> A(int a); }
//// an internal base of a nested contract
internal interface IBase<T> { Task<T> A(T a); }
public static partial class Outer { [RpcContract] internal partial interface IShape : IBase<Inner[]> { Task B(); } [MessagePackObject] internal record Inner([property: Key(0)] int X); }
