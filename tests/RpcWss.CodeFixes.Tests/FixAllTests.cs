using Microsoft.CodeAnalysis.CodeFixes;
using RpcWss.CodeFixes.Tests.Harness;

namespace RpcWss.CodeFixes.Tests;

/// <summary>Where repairs meet: in one method, in one name, in a file that none of them is reported in.</summary>
public sealed class FixAllTests
{
    [Fact]
    public async Task Types_within_one_another_become_partial() => await Everywhere.InOneFileAsync(
        "RPCWSS002", null,
        """
        public class A
        {
            public struct B
            {
                [RpcContract]
                public partial interface IOrders { ValueTask GetAsync(); }

                [RpcContract]
                public partial interface IOffers { ValueTask GetAsync(); }
            }
        }
        """,
        """
        public partial class A
        {
            public partial struct B
            {
                [RpcContract]
                public partial interface IOrders { ValueTask GetAsync(); }

                [RpcContract]
                public partial interface IOffers { ValueTask GetAsync(); }
            }
        }
        """);

    [Fact]
    public async Task A_method_with_several_faults_is_repaired_once() => await Everywhere.InOneFileAsync(
        "RPCWSS012", null,
        """
        [RpcContract]
        public partial interface IOrders
        {
            Task SplitAsync(in string name, out string first, out string? last);
        }
        """,
        """
        [RpcContract]
        public partial interface IOrders
        {
            Task<(string first, string? last)> SplitAsync(string name);
        }
        """);

    [Fact]
    public async Task Overloads_get_a_name_each() => await Everywhere.InOneFileAsync(
        "RPCWSS040", null,
        """
        [RpcContract]
        public partial interface IOrders
        {
            ValueTask CountAsync();
            ValueTask CountAsync(int id);
            ValueTask CountAsync(string id);
            ValueTask CountAsync(RpcCallContext context);
        }
        """,
        """
        [RpcContract]
        public partial interface IOrders
        {
            ValueTask CountAsync();
            [RpcMethod(Name = "CountByIdAsync")]
            ValueTask CountAsync(int id);
            [RpcMethod(Name = "CountById2Async")]
            ValueTask CountAsync(string id);
            [RpcMethod(Name = "Count2Async")]
            ValueTask CountAsync(RpcCallContext context);
        }
        """);

    [Fact]
    public async Task Names_are_changed_in_methods_and_in_the_types_that_they_name() => await Everywhere.InOneFileAsync(
        "RPCWSS008", null,
        """
        [RpcContract]
        public partial interface IOrders
        {
            ValueTask __RpcCountAsync(__RpcKind kind);
            ValueTask __Rpc_CountAsync();
            public enum __RpcKind { Small }
        }
        """,
        """
        [RpcContract]
        public partial interface IOrders
        {
            ValueTask CountAsync(Kind kind);
            ValueTask Count2Async();
            public enum Kind { Small }
        }
        """);

    [Fact]
    public async Task Members_beside_one_another_become_methods() => await Everywhere.InOneFileAsync(
        "RPCWSS005", null,
        """
        [RpcContract]
        public partial interface IOrders
        {
            int A { get; set; }
            event Action<string> B, C;
        }
        """,
        """
        [RpcContract]
        public partial interface IOrders
        {
            ValueTask<int> GetAAsync(CancellationToken cancellationToken = default);

            ValueTask SetAAsync(int value, CancellationToken cancellationToken = default);
            IAsyncEnumerable<string> WatchBAsync(CancellationToken cancellationToken = default);

            IAsyncEnumerable<string> WatchCAsync(CancellationToken cancellationToken = default);
        }
        """);

    [Fact]
    public async Task The_way_that_was_chosen_is_taken_everywhere() => await Everywhere.InOneFileAsync(
        "RPCWSS015", "RemoveResult",
        """
        [RpcContract]
        public partial interface IOrders
        {
            [RpcMethod(OneWay = true)] Task<int> AAsync();
            [RpcMethod(OneWay = true)] ValueTask<int> BAsync();
        }
        """,
        """
        [RpcContract]
        public partial interface IOrders
        {
            [RpcMethod(OneWay = true)] Task AAsync();
            [RpcMethod(OneWay = true)] ValueTask BAsync();
        }
        """);

    [Fact]
    public async Task An_interface_that_several_files_use_is_marked_where_it_is_declared()
    {
        const string Use = "namespace N; public class {0} {{ public object Get(RpcPeer peer) => peer.GetProxy<IOrders>(); }}";
        var solution = Sources.Of(
            ("Contracts", [("IOrders.cs", "namespace N;\n\npublic interface IOrders\n{\n}\n")]),
            ("App", [("A.cs", string.Format(null, Use, "A")), ("B.cs", string.Format(null, Use, "B"))]));

        var repaired = await Everywhere.FixAllAsync(solution, solution.Projects.Last(), "A.cs", "RPCWSS050", null, FixAllScope.Solution);

        Assert.Equal("namespace N;\n\n[RpcContract]\npublic partial interface IOrders\n{\n}\n", await Sources.TextAsync(repaired, "IOrders.cs"));
        Assert.Empty(await Sources.ErrorsAsync(repaired.Projects.First()));
    }

    [Fact]
    public async Task Data_in_another_project_is_marked_there()
    {
        var solution = Sources.Of(
            ("Data", [("Order.cs", "namespace N;\n\npublic record Order(int Id);\n")]),
            ("Contracts", [("IOrders.cs", "namespace N;\n\n[RpcContract]\npublic partial interface IOrders\n{\n    ValueTask<Order> GetAsync();\n}\n")]));

        var repaired = await Everywhere.FixAllAsync(solution, solution.Projects.Last(), "IOrders.cs", "RPCWSS031", null, FixAllScope.Project);

        Assert.Equal("namespace N;\n\n[MessagePackObject]\npublic record Order([property: Key(0)] int Id);\n", await Sources.TextAsync(repaired, "Order.cs"));
    }

    [Theory]
    [InlineData(FixAllScope.Document, 1)]
    [InlineData(FixAllScope.Project, 2)]
    [InlineData(FixAllScope.Solution, 3)]
    public async Task Fix_all_stays_in_its_scope(FixAllScope scope, int repairedFiles)
    {
        static string Wrong(string name) => $"namespace {name}; [RpcContract] interface IOrders {{ }}";
        var solution = Sources.Of(("First", [("A.cs", Wrong("A")), ("B.cs", Wrong("B"))]), ("Second", [("C.cs", Wrong("C"))]));

        var repaired = await Everywhere.FixAllAsync(solution, solution.Projects.First(), "A.cs", "RPCWSS001", null, scope);

        string[] texts = [await Sources.TextAsync(repaired, "A.cs"), await Sources.TextAsync(repaired, "B.cs"), await Sources.TextAsync(repaired, "C.cs")];
        Assert.Equal(repairedFiles, texts.TakeWhile(static text => text.Contains("partial", StringComparison.Ordinal)).Count());
        Assert.Equal(repairedFiles, texts.Count(static text => text.Contains("partial", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Where_nothing_can_be_repaired_nothing_is_offered()
    {
        var solution = Sources.One("[RpcContract] public partial interface IShape { unsafe int* M(); }");
        var fixer = Fixing.Fixers.Single(static found => found.FixableDiagnosticIds.Contains("RPCWSS011"));

        Assert.Null(await Fixing.ApplyAllAsync(Sources.File(solution, "Source.cs"), fixer, "Task", FixAllScope.Solution));
    }
}
