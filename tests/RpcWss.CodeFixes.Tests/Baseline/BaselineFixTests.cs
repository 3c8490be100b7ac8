using Microsoft.CodeAnalysis.CodeFixes;

namespace RpcWss.CodeFixes.Tests.Baseline;

/// <summary>What a user accepts comes into the file, no more and no less, and the comparison is content with it.</summary>
public sealed class BaselineFixTests
{
    private const string Add = "Add to the wire baseline";
    private const string Accept = "Accept the breaking change into the wire baseline";
    private const string Source = """
        [RpcContract] public partial interface IOrders { Task<Order> GetAsync(int id); Task AddAsync(Order order, string note); }
        [MessagePackObject] public class Order { [Key(0)] public string? Id { get; set; } [Key(1)] public int Count { get; set; } }
        """;

    private const string Baseline = """
        # Ours.
        contract IOrders
        method IOrders/AddAsync (order: Order) -> void
        # Asked for by many.
        method IOrders/GoneAsync () -> void
        data Order array
        data Order[0] Id: int32

        """;

    [Fact]
    public async Task One_compatible_change_is_added_and_the_rest_stays_as_it_is()
    {
        var after = await BaselineProject.Of(Source, (BaselineProject.File, Baseline)).ApplyAsync(Add);

        Assert.Equal(
            Baseline.Replace("# Asked", "method IOrders/GetAsync (id: int32) -> Order?\n# Asked", StringComparison.Ordinal), after.Text(BaselineProject.File));
    }

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public async Task All_compatible_changes_are_added_and_no_break_with_them(FixAllScope scope)
    {
        var after = await BaselineProject.Of(Source, (BaselineProject.File, Baseline)).ApplyAllAsync(Add, scope);

        Assert.Equal(["RPCWSS042", "RPCWSS043", "RPCWSS044"], (await after.DiagnosticsAsync()).Select(static diagnostic => diagnostic.Id));
        Assert.Contains("data Order[1] Count: int32\n", after.Text(BaselineProject.File), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Breaks_are_accepted_one_by_one_or_all()
    {
        var project = await BaselineProject.Of(Source, (BaselineProject.File, Baseline)).ApplyAllAsync(Add, FixAllScope.Project);

        var one = await project.ApplyAsync(Accept);
        var all = await project.ApplyAllAsync(Accept, FixAllScope.Project);

        Assert.Equal(["RPCWSS043", "RPCWSS044"], (await one.DiagnosticsAsync()).Select(static diagnostic => diagnostic.Id));
        Assert.Empty(await all.DiagnosticsAsync());
    }

    [Fact]
    public async Task An_empty_file_is_filled()
    {
        var after = await BaselineProject.Of(Source, (BaselineProject.File, "")).ApplyAllAsync(Add, FixAllScope.Project);

        Assert.Empty(await after.DiagnosticsAsync());
        Assert.StartsWith("# What the contracts of this project put on the wire.", after.Text(BaselineProject.File), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_several_files_each_loses_its_lines_and_the_first_gets_the_new_ones()
    {
        var lines = Baseline.Split('\n');
        string contracts = string.Join('\n', lines[..5]) + "\n";
        string data = string.Join('\n', lines[5..]);
        var project = BaselineProject.Of(Source, ("b.rpc.txt", data), ("a.rpc.txt", contracts), ("empty.rpc.txt", ""));

        var after = await (await project.ApplyAllAsync(Add, FixAllScope.Project)).ApplyAllAsync(Accept, FixAllScope.Project);

        Assert.Empty(await after.DiagnosticsAsync());
        Assert.Contains("data Order[0] Id: string?\n", after.Text("a.rpc.txt"), StringComparison.Ordinal);
        Assert.Equal("data Order array\n", after.Text("b.rpc.txt"));
        Assert.Equal("", after.Text("empty.rpc.txt"));
    }

    [Fact]
    public async Task What_is_reported_in_the_file_is_repaired_there()
    {
        string text = Baseline + "nonsense\ncontract IGone\ndata Gone array\n";

        var sound = await BaselineProject.Of(Source, (BaselineProject.File, text)).ApplyAsync("Remove the line from the wire baseline");
        var without = await sound.ApplyAllAsync(Add, FixAllScope.Project);
        var accepted = await without.ApplyAllAsync(Accept, FixAllScope.Project);

        Assert.DoesNotContain("nonsense", sound.Text(BaselineProject.File), StringComparison.Ordinal);
        Assert.DoesNotContain("data Gone", without.Text(BaselineProject.File), StringComparison.Ordinal);
        Assert.Contains("contract IGone", without.Text(BaselineProject.File), StringComparison.Ordinal);
        Assert.Empty(await accepted.DiagnosticsAsync());
    }
}
