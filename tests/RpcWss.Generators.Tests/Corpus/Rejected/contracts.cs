//// RPCWSS001 a contract that is not partial
[RpcContract] public interface [|IShape|] { Task M(); }
//// RPCWSS002 nested in a class that is not partial
public class [|Outer|] { [RpcContract] public partial interface IShape { Task M(); } }
//// RPCWSS002 nested in a record struct that is not partial
public partial class A { public record struct [|B|] { [RpcContract] public partial interface IShape { Task M(); } } }
//// RPCWSS003 an open generic contract
[RpcContract] public partial interface [|IShape|]<T> { Task M(); }
//// RPCWSS003 nested in a generic type
public partial class Outer<T> { [RpcContract] public partial interface [|IShape|] { Task M(); } }
//// RPCWSS004 private and nested
public partial class Outer { [RpcContract] private partial interface [|IShape|] { Task M(); } }
//// RPCWSS004 nested in something private
public partial class Outer { private partial class Middle { [RpcContract] public partial interface [|IShape|] { Task M(); } } }
//// RPCWSS004 local to a file
[RpcContract] file partial interface [|IShape|] { Task M(); }
//// RPCWSS005 a property
[RpcContract] public partial interface IShape { int [|P|] { get; } Task M(); }
//// RPCWSS005 a settable property
[RpcContract] public partial interface IShape { Task<int> [|P|] { get; set; } }
//// RPCWSS005 an indexer
[RpcContract] public partial interface IShape { int [|this|][int i] { get; } }
//// RPCWSS005 an event
[RpcContract] public partial interface IShape { event Action [|E|]; }
//// RPCWSS005 an inherited property
public interface IBase { int P { get; } }
[RpcContract] public partial interface IShape : [|IBase|] { Task M(); }
//// RPCWSS006 a static abstract method
[RpcContract] public partial interface IShape { static abstract int [|Zero|](); }
//// RPCWSS006 a static abstract property
[RpcContract] public partial interface IShape { static abstract int [|Zero|] { get; } }
//// RPCWSS006 an inherited static abstract operator
public interface IBase { static abstract IBase operator +(IBase a, int b); }
[RpcContract] public partial interface IShape : [|IBase|] { Task M(); }
//// RPCWSS007 a protected method
[RpcContract] public partial interface IShape { protected Task [|M|](); }
//// RPCWSS008 a reserved name
[RpcContract] public partial interface IShape { Task [|__RpcHidden|](); }
//// RPCWSS008 a reserved name of a nested type
[RpcContract] public partial interface IShape { Task M(); public class [|__Rpc|] { } }
