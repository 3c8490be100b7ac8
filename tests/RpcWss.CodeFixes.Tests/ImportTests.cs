using RpcWss.CodeFixes.Tests.Harness;

namespace RpcWss.CodeFixes.Tests;

/// <summary>Files that do not see what a fix writes get a using for it; others are left as they are.</summary>
public sealed class ImportTests
{
    [Fact]
    public async Task What_is_not_in_scope_is_imported()
    {
        var solution = Bare("""
            namespace Shop;

            public class Order
            {
                public int Id { get; set; }
            }

            [RpcWss.RpcContract]
            public partial interface IOrders
            {
                System.Threading.Tasks.ValueTask<Order> GetAsync();
            }
            """);

        Assert.Equal("""
            using MessagePack;

            namespace Shop;

            [MessagePackObject]
            public class Order
            {
                [Key(0)]
                public int Id { get; set; }
            }

            [RpcWss.RpcContract]
            public partial interface IOrders
            {
                System.Threading.Tasks.ValueTask<Order> GetAsync();
            }
            """, await FixAsync(solution));
    }

    [Fact]
    public async Task A_type_of_the_user_that_has_the_name_is_told_apart()
    {
        var solution = Bare("""
            namespace Shop;

            public class ValueTask
            {
            }

            [RpcWss.RpcContract]
            public partial interface IOrders
            {
                void Clear();
            }
            """);

        Assert.Contains("    System.Threading.Tasks.ValueTask Clear();", await FixAsync(solution), StringComparison.Ordinal);
    }

    private static Microsoft.CodeAnalysis.Solution Bare(string text)
    {
        var solution = Sources.One(text);
        return solution.RemoveDocument(Sources.File(solution, "Usings.cs").Id);
    }

    private static async Task<string> FixAsync(Microsoft.CodeAnalysis.Solution solution)
    {
        var wrong = Assert.Single(await Sources.AnalyzeAsync(solution.Projects.Single()));
        var offers = await Fixing.OffersAsync(solution, wrong);
        var repaired = await Fixing.ApplyAsync(offers[0].Action);
        Assert.Empty(await Sources.ErrorsAsync(repaired.Projects.Single()));
        return await Sources.TextAsync(repaired, "Source.cs");
    }
}
