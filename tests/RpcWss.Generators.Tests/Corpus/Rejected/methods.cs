//// RPCWSS010 a generic method
[RpcContract] public partial interface IShape { Task<T> [|M|]<T>(T a); }
//// RPCWSS010 an inherited generic method
public interface IBase { Task<T> M<T>(); }
[RpcContract] public partial interface IShape : IDisposable2, [|IBase|] { }
public interface IDisposable2 { Task Dispose(); }
//// RPCWSS011 a synchronous result
[RpcContract] public partial interface IShape { [|int|] M(); }
//// RPCWSS011 void
[RpcContract] public partial interface IShape { [|void|] M(int a); }
//// RPCWSS011 an inherited void
[RpcContract] public partial interface IShape : [|IDisposable|] { Task M(); }
//// RPCWSS011 a custom awaitable
[RpcContract] public partial interface IShape { [|System.Runtime.CompilerServices.ConfiguredTaskAwaitable|] M(); }
//// RPCWSS011 a task of a task
[RpcContract] public partial interface IShape { [|Task<Task<int>>|] M(); }
//// RPCWSS011 a task of a value task
[RpcContract] public partial interface IShape { [|ValueTask<ValueTask>|] M(); }
//// RPCWSS011 a tuple of tasks
[RpcContract] public partial interface IShape { [|(Task, Task)|] M(); }
//// RPCWSS011 a result by reference
[RpcContract] public partial interface IShape { [|ref Task|] M(); }
//// RPCWSS011 an array
[RpcContract] public partial interface IShape { [|Task[]|] M(); }
//// RPCWSS011 dynamic
[RpcContract] public partial interface IShape { [|dynamic|] M(); }
//// RPCWSS011 a pointer
[RpcContract] public unsafe partial interface IShape { [|int*|] M(); }
//// RPCWSS012 ref
[RpcContract] public partial interface IShape { Task M([|ref|] int a); }
//// RPCWSS012 out
[RpcContract] public partial interface IShape { Task M([|out|] int a); }
//// RPCWSS012 in
[RpcContract] public partial interface IShape { Task M([|in|] int a); }
//// RPCWSS012 ref readonly
[RpcContract] public partial interface IShape { Task M([|ref|] readonly int a); }
//// RPCWSS012 an inherited out
public interface IBase { Task M(out int a); }
[RpcContract] public partial interface IShape : [|IBase|] { }
//// RPCWSS013 two tokens
[RpcContract] public partial interface IShape { Task M(CancellationToken a, [|CancellationToken|] b); }
//// RPCWSS013 a nullable token
[RpcContract] public partial interface IShape { Task M([|CancellationToken?|] a = null); }
//// RPCWSS014 two contexts
[RpcContract] public partial interface IShape { Task M(RpcCallContext a, [|RpcCallContext?|] b = null); }
//// RPCWSS015 one-way with a result
[RpcContract] public partial interface IShape { [RpcMethod(OneWay = true)] [|Task<int>|] M(); }
//// RPCWSS040 overloads without wire names
[RpcContract] public partial interface IShape { Task M(int a); Task [|M|](string a); }
//// RPCWSS040 two wire names that are equal
[RpcContract] public partial interface IShape { [RpcMethod(Name = "X")] Task A(); [RpcMethod(Name = "X")] Task [|B|](); }
//// RPCWSS040 two bases with one method
public interface ILeft { Task M(); } public interface IRight { Task M(); }
[RpcContract] public partial interface IShape : ILeft, [|IRight|] { }
//// RPCWSS040 one generic base closed twice
public interface IOf<T> { Task<T> Get(); }
[RpcContract] public partial interface IShape : IOf<int>, [|IOf<string>|] { }
//// RPCWSS040 a method that hides another
public interface IBase { Task M(); }
[RpcContract] public partial interface IShape : [|IBase|] { new Task M(); }
//// RPCWSS041 an empty name
[RpcContract(Name = [|""|])] public partial interface IShape { Task M(); }
//// RPCWSS041 a slash
[RpcContract] public partial interface IShape { [RpcMethod(Name = [|"a/b"|])] Task M(); }
//// RPCWSS041 a space
[RpcContract(Name = [|"a b"|])] public partial interface IShape { Task M(); }
