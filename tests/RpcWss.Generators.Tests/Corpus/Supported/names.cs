//// keywords as names of parameters
[RpcContract] public partial interface IShape { Task M(int @int, string @class, bool @event, int @await, int @var, int @from, int @record, int value, int @field); }
//// keywords as names of methods
[RpcContract] public partial interface IShape { Task @class(); Task @namespace(int a); ValueTask<int> @await(); Task var(); Task record(); }
//// keywords as names of namespaces and of the contract
namespace @namespace.@class { [RpcContract] public partial interface @event { Task<@struct?> M(@struct? a); } [MessagePackObject] public class @struct { [Key(0)] public int @int { get; set; } [Key(1)] public required string @string { get; init; } } }
//// a contextual keyword as the name of a contract
#pragma warning disable CS8981 // The lower-case name is the point.
[RpcContract] public partial interface @record { Task M(@required a); }
[MessagePackObject] public class @required { [Key(0)] public int X { get; set; } }
//// unicode and escaped identifiers
namespace Größe { [RpcContract] public partial interface IÄpfel { Task<int> ZähleAsync(int größe, string \u0061b); } }
//// parameters named like generated locals
[RpcContract] public partial interface IShape { Task<int> M(int call, int writer, int reader, int count, int parameter, int error, int service, int present, int value); Task N(int? call, int? present, int? present2); }
//// parameters named like generated members
[RpcContract] public partial interface IShape { Task<int> M(int Methods, int Begin, int RequireNoContext, int Dispatcher, RpcCallContext? Arguments = null, CancellationToken Proxy = default); }
//// methods named like members of object
[RpcContract] public partial interface IShape { Task<string> ToString(int a); new Task<bool> Equals(object2 other); new Task GetHashCode(); new Task<string> GetType(); Task Dispose(); new Task MemberwiseClone(); Task Finalize(int a); Task ReferenceEquals(); }
[MessagePackObject] public class object2 { [Key(0)] public int X { get; set; } }
//// methods named like generated members
[RpcContract] public partial interface IShape { Task Methods(); Task Contract(); Task Proxy(); Task Dispatcher(); Task Arguments(); Task Begin(); Task Invoker(); Task RequireNoContext(); Task Binding(); }
//// a method named like its contract and like a parameter
[RpcContract] public partial interface IShape { Task IShape(int M); Task M(int IShape); }
//// names that differ in case alone
[RpcContract] public partial interface IShape { Task Read(int a, int A); Task read(); Task READ(); }
//// contracts that differ in case alone
[RpcContract] public partial interface IFoo { Task M(Data d); }
[RpcContract] public partial interface IFOO { Task M(DATA d); }
[MessagePackObject] public class Data { [Key(0)] public int X { get; set; } }
[MessagePackObject] public class DATA { [Key(0)] public string? X { get; set; } }
//// one name in two namespaces
namespace A { [RpcContract] public partial interface IShape { Task<Data> M(); } [MessagePackObject] public class Data { [Key(0)] public int X { get; set; } } }
namespace B { [RpcContract] public partial interface IShape { Task<Data> M(A.Data a); } [MessagePackObject] public class Data { [Key(0)] public int X { get; set; } } }
//// names whose parts only differ in where they are cut
namespace A { public partial class IB { [RpcContract] public partial interface C { Task M(); } } [RpcContract] public partial interface IB_C { Task M(); } }
namespace A_IB { [RpcContract] public partial interface C { Task M(); } }
//// a generic interface of the same name
public interface IX<T> { Task<T> M(); }
[RpcContract] public partial interface IX { Task N(); }
//// user types that shadow System and Task
namespace Shop { public class System { } public class Task { } public class ValueTask { } public class MessagePack { } public class RpcWss { }
[global::RpcWss.RpcContract] public partial interface IShape { global::System.Threading.Tasks.Task<int> M(string a); global::System.Threading.Tasks.ValueTask N(global::System.Guid g); } }
//// a namespace that shadows System and Global
namespace Shop.System.Threading.Tasks { public class Task { } }
namespace Shop.RpcWss.Generated { public class RpcProxy { } }
namespace Shop { using global::RpcWss; [RpcContract] public partial interface IShape { global::System.Threading.Tasks.Task<int> M(int a); } }
//// a member that hides the attribute classes
[RpcContract] public partial interface IShape { Task GeneratedCode(); Task Obsolete(); Task String(); Task Int32(int Int32); }
//// wire names of contracts and methods
[RpcContract(Name = "shop.orders", Ordered = true)] public partial interface IShape { [RpcMethod(Name = "get\u00e4\"\\")] Task M(); }
//// names with underscores and digits
[RpcContract] public partial interface I_1 { Task _(int _a, int __b); Task __(); Task M1(); Task M2(); Task M12(); }
//// data with members named like generated locals
[RpcContract] public partial interface IShape { Task<Data> M(Data data); }
[MessagePackObject] public record Data([property: Key(0)] int Value, [property: Key(1)] int Count, [property: Key(2)] int Key, [property: Key(3)] int Reader, [property: Key(4)] int Fallback) { [Key(5)] public int ValueValue { get; init; } = 3; [Key(6)] public int value { get; init; } [Key(7)] public int? Present { get; set; } [Key(8)] public int? present { get; set; } }
//// data named like what a formatter uses
[RpcContract] public partial interface IShape { Task<Writer?> M(Reader? reader, System2 a); }
[MessagePackObject] public class Writer { [Key(0)] public int Write { get; set; } [Key(1)] public int Read { get; set; } }
[MessagePackObject] public class Reader { [Key(0)] public Writer? Writer { get; set; } }
[MessagePackObject] public class System2 { [Key(0)] public int System { get; set; } [Key(1)] public int Depth; }
//// data and namespaces that differ in case alone
namespace shop { [MessagePackObject] public class Data { [Key(0)] public int X { get; set; } } [RpcContract] public partial interface IShape { Task<Data> M(Shop.Data a, List<Data> b, List<Shop.Data> c); } }
namespace Shop { [MessagePackObject] public class Data { [Key(0)] public string? X { get; set; } } [RpcContract] public partial interface IShape { Task<Data> M(shop.Data a); } [RpcContract] public partial interface Ishape { Task<Data> m(); } }
//// parameters named like what a service's token and context are called
[RpcContract] public partial interface IShape { Task<int> M(int cancellationToken, string context, int CancellationToken, int options, int invoker, CancellationToken call, RpcCallContext? method = null); }
