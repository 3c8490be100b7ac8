namespace RpcWss.CodeFixes.Tests.Baseline;

/// <summary>Who renames a method or a contract in C# is offered to leave it its name on the wire.</summary>
public sealed class KeepNameTests
{
    [Theory]
    [InlineData("Task M(int a);", "[RpcMethod(Name = \"Old\")]Task M(int a);")]
    [InlineData("[RpcMethod(MaxPayloadSize = 5)] Task M(int a);", "[RpcMethod(MaxPayloadSize = 5, Name = \"Old\")] Task M(int a);")]
    [InlineData("[RpcMethod(Name = \"New\")] Task M(int a);", "[RpcMethod(Name = \"Old\")] Task M(int a);")]
    public async Task A_renamed_method_keeps_its_name(string before, string after)
    {
        var project = BaselineProject.Of(
            $"[RpcContract] public partial interface IShape {{ {before} }}", (BaselineProject.File, "contract IShape\nmethod IShape/Old (a: int32) -> void\n"));

        var repaired = await project.ApplyAsync("Keep the name 'Old' on the wire");

        Assert.Equal(Bare(after), Bare((await repaired.SourceAsync()).Split('{', 2)[1].TrimEnd(' ', '}')));
        Assert.Empty(await repaired.DiagnosticsAsync());
    }

    [Theory]
    [InlineData("[RpcContract]", "[RpcContract(Name = \"IOld\")]")]
    [InlineData("[RpcContract(Ordered = true)]", "[RpcContract(Ordered = true, Name = \"IOld\")]")]
    public async Task A_renamed_contract_keeps_its_name(string before, string after)
    {
        var project = BaselineProject.Of($"{before} public partial interface IShape {{ Task M(); }}", (BaselineProject.File, "contract IOld\nmethod IOld/M () -> void\n"));

        var repaired = await project.ApplyAsync("Keep the name 'IOld' on the wire");

        Assert.StartsWith(after, await repaired.SourceAsync(), StringComparison.Ordinal);
        Assert.Empty(await repaired.DiagnosticsAsync());
    }

    [Fact]
    public async Task Where_a_method_is_gone_and_none_is_like_it_only_the_break_can_be_accepted()
    {
        var project = BaselineProject.Of("[RpcContract] public partial interface IShape { }", (BaselineProject.File, "contract IShape\nmethod IShape/Old (a: int32) -> void\n"));

        var offers = await project.OffersAsync(Assert.Single(await project.DiagnosticsAsync()));

        Assert.Equal("Accept the breaking change into the wire baseline", Assert.Single(offers).Title);
    }

    private static string Bare(string text) => string.Concat(text.Where(static c => !char.IsWhiteSpace(c)));
}
