namespace RpcWss.Packages.Tests;

/// <summary>The fixes as they arrive in the project of somebody else: loaded out of the package, applied to all of it.</summary>
public sealed class FixesTests(PackedFeed feed)
{
    private const string Wrong = """
        using RpcWss;

        namespace Shop;

        public record Order(int Id, string Note);

        [RpcContract]
        public partial interface IOrders
        {
            ValueTask<Order> GetAsync(int id);
        }
        """;

    private const string Right = """
        using MessagePack;
        using RpcWss;

        namespace Shop;

        [MessagePackObject]
        public record Order([property: Key(0)] int Id, [property: Key(1)] string Note);

        [RpcContract]
        public partial interface IOrders
        {
            ValueTask<Order> GetAsync(int id);
        }
        """;

    [Fact]
    public async Task The_command_line_repairs_a_project_that_refers_to_the_package()
    {
        ForeignProject repaired = await ForeignProject.CreateAsync(feed, "Repaired", "Microsoft.NET.Sdk", "RpcWss.Abstractions");
        await repaired.WriteAsync("Orders.cs", Wrong);

        await repaired.RunAsync("restore", repaired.Folder);
        await repaired.RunAsync("format", "analyzers", repaired.Folder, "--no-restore", "--diagnostics", "RPCWSS031", "--severity", "error");
        string text = await repaired.ReadAsync("Orders.cs");
        await repaired.RunAsync("build", repaired.Folder, "--no-restore");

        Assert.Equal(Right, text);
    }
}
