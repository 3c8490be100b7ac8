//// a contract in the global namespace
[RpcContract] public partial interface IShape { Task M(); }
//// an internal contract with internal data
[RpcContract] internal partial interface IShape { Task<Data> M(Data a); }
[MessagePackObject] internal sealed class Data { [Key(0)] public int X { get; set; } }
//// a contract without a modifier in a file-scoped namespace
namespace Shop.Contracts;
[RpcContract] partial interface IShape { Task M(); }
//// a contract in several parts
[RpcContract] public partial interface IShape { Task A(); }
public partial interface IShape { Task B(); }
partial interface IShape { Task C(); }
//// nested in a class, a struct, a record, an interface and a static class
public partial class A { public partial struct B { public partial record C { public partial interface D { public partial record struct E { public static partial class F { [RpcContract] public partial interface IShape { Task<G> M(G a); } [MessagePackObject] public class G { [Key(0)] public int X { get; set; } } } } } } } }
//// nested protected and internal
public partial class A { [RpcContract] protected internal partial interface IB { Task M(); } [RpcContract] protected partial interface IC { Task M(); } [RpcContract] internal partial interface ID { Task M(); } }
//// nested in a contract
[RpcContract] public partial interface IOuter { Task M(); [RpcContract] public partial interface IInner { Task M(); } }
//// unsafe and documented
/// <summary>Documented.</summary>
[RpcContract] public partial interface IShape
{
    /// <summary>Says it.</summary>
    /// <param name="a">What.</param>
    Task M(int a);
}
//// two attributes lists and other attributes
[System.ComponentModel.Description("x")] [RpcContract(Name = "a.b")] [System.Diagnostics.CodeAnalysis.SuppressMessage("a", "b")] public partial interface IShape { Task M(); }
//// an alias for the attribute
using Contract = RpcWss.RpcContractAttribute;
[Contract] public partial interface IShape { Task M(); }
//// aliases for types
using Number = System.Int32; using Numbers = System.Collections.Generic.List<int>; using Pair = (int A, string B);
[RpcContract] public partial interface IShape { Task<Pair> M(Number a, Numbers b); }
