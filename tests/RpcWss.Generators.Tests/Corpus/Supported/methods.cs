//// an empty contract
[RpcContract] public partial interface IShape { }
//// all four kinds of task
[RpcContract] public partial interface IShape { Task A(); Task<int> B(); ValueTask C(); ValueTask<int> D(); Task<string?> E(); ValueTask<int?> F(); Task<(int, string)?> G(); }
//// one-way methods
[RpcContract] public partial interface IShape { [RpcMethod(OneWay = true)] Task A(int a); [RpcMethod(OneWay = true)] ValueTask B(CancellationToken c = default); }
//// sixteen parameters and more
[RpcContract] public partial interface IShape { Task<int> M(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j, int k, int l, int m, int n, int o, int p, int q, int r, int s, int t, CancellationToken u); }
//// a token and a context anywhere
[RpcContract] public partial interface IShape { Task A(CancellationToken c, int a); Task B(RpcCallContext x, int a, CancellationToken c); Task C(int a, RpcCallContext? context = null, CancellationToken c = default); }
//// default values of every type
[RpcContract] public partial interface IShape
{
    Task A(bool a = true, sbyte b = -1, byte c = 2, short d = -3, ushort e = 4, int f = int.MinValue, uint g = uint.MaxValue, long h = long.MinValue, ulong i = ulong.MaxValue);
    Task B(float a = 1.5f, double b = -0.1, decimal c = 1.50m, float d = float.NaN, double e = double.PositiveInfinity, double f = double.NegativeInfinity, float g = float.Epsilon, double h = double.MaxValue, decimal i = decimal.MinValue);
    Task C(char a = '\'', char b = '\u0000', string c = "a\"\\\r\n\u2028\U0001F600", string? d = null, string e = null!, string? f = "x");
    Task D(DayOfWeek a = DayOfWeek.Friday, DayOfWeek b = (DayOfWeek)(-7), DayOfWeek? c = null, DayOfWeek? d = DayOfWeek.Monday, FileAccess e = default);
    Task E(int? a = null, int? b = 5, Guid c = default, DateTime d = default, TimeSpan? e = null, (int, string) f = default, List<string>? g = null, long? h = -1, byte? i = 1);
}
//// params arrays and collections
[RpcContract] public partial interface IShape { Task A(params int[] a); Task B(string x, params string?[] a); Task C(params List<int> a); Task D(params IEnumerable<Guid> a); Task E(params byte[]? a); }
//// nullable annotations everywhere
[RpcContract] public partial interface IShape { Task<List<string?>?> M(string? a, string b, string?[]? c, List<List<string?>?> d, Dictionary<string, string?>? e, string[]?[] f, int?[] g, (string? A, List<string?> B)? h); }
//// an oblivious contract
#nullable disable
[RpcContract] public partial interface IShape { Task<string> M(string a, List<string> b, string[] c, Uri d, byte[] e, string f = null, RpcCallContext context = null); Task<Data> N(Data a); Task<byte[]> O(); Task<Version> P(Version a = null); }
[MessagePackObject] public class Data { [Key(0)] public string X { get; set; } }
//// overloads that each have a wire name
[RpcContract] public partial interface IShape { Task M(int a); [RpcMethod(Name = "M2")] Task M(long a); [RpcMethod(Name = "M3")] Task M(string? a, int b = 0); [RpcMethod(Name = "M4")] Task M(params int[] a); [RpcMethod(Name = "M5")] Task M(); }
//// default interface methods and static members
[RpcContract] public partial interface IShape { Task<int> M(int a); async Task<int> Twice() => await M(1) + await M(2); static int Count => 3; static int Three() => 3; private void Hidden() { } sealed int Five => 5; string Name => "x"; event Action E { add { } remove { } } const int C = 4; }
//// a default interface method that is asked to be remote
[RpcContract] public partial interface IShape { [RpcMethod] Task<int> M(int a) => Task.FromResult(a); }
//// static virtual members with an implementation
[RpcContract] public partial interface IShape { Task M(); static virtual int Zero => 0; }
//// nested types in a contract
[RpcContract] public partial interface IShape { Task<Inner> M(Kind kind); [MessagePackObject] public class Inner { [Key(0)] public Kind Kind { get; set; } } public enum Kind : byte { A, B } }
//// obsolete members, types and parameters
[RpcContract, Obsolete] public partial interface IShape { [Obsolete] Task A(); [Obsolete("why")] Task<int> B(Old o); [Obsolete("x", DiagnosticId = "MY001")] Task C(); [Obsolete("never", true)] Task E(OldKind k); }
[Obsolete("old"), MessagePackObject] public class Old { [Key(0), Obsolete("member")] public int X { get; set; } [Key(1)] public OldKind K { get; set; } }
[Obsolete] public enum OldKind { A }
//// an obsolete method of a contract that is not
[RpcContract] public partial interface IShape { [Obsolete("use B")] Task A(); Task B(); }
//// a method that is obsolete as an error
[RpcContract] public partial interface IShape { [Obsolete("gone", true)] Task<int> A(int a); Task B(); }
//// experimental members and types
using System.Diagnostics.CodeAnalysis;
[RpcContract] public partial interface IShape { [Experimental("EXP001")] Task A(); [Experimental("EXP002")] Task<New> B(New n); }
[Experimental("EXP003"), MessagePackObject] public class New { [Key(0)] public int X { get; set; } }
//// attributes on parameters and results
using System.ComponentModel;
[RpcContract] public partial interface IShape { [Description("m")] [return: Description("r")] Task<int> M([Description("p")] int a, [System.Diagnostics.CodeAnalysis.AllowNull] string b); }
//// tuples with names and without
[RpcContract] public partial interface IShape { Task<(int Left, string Right)> M((int, string) a, (int X, (string Y, Guid Z) W) b, List<(int A, int B)> c, (int, int, int, int, int, int, int, int, string) d); Task<(int A, string B)> N((int C, string D)? a); }
//// tasks that may be null
[RpcContract] public partial interface IShape { Task? A(); Task<int>? B(); Task<string?>? C(int a); }
//// members that nothing hides
[RpcContract] public partial interface IShape { static IShape() { } Task M(); static int Field = 1; static IShape operator +(IShape a, int b) => a; }
//// variance and constraints of a base
public interface IOf<in TIn, out TOut> where TIn : struct where TOut : class? { }
[RpcContract] public partial interface IShape : IOf<int, string?> { Task M(); }
