using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Text;
using RpcWss.CodeFixes.Baseline;
using RpcWss.CodeFixes.Tests.Harness;

namespace RpcWss.CodeFixes.Tests.Baseline;

/// <summary>A project without a baseline is offered one, where its contracts are.</summary>
public sealed class CreateBaselineTests
{
    private const string Source = "[RpcContract] public partial interface IShape { Task M(int a); }\npublic interface IOther { }";

    [Fact]
    public async Task The_new_file_says_what_the_project_has_on_the_wire()
    {
        var project = BaselineProject.Of(Source);

        var created = new BaselineProject(await Fixing.ApplyAsync(Assert.Single(await OffersAsync(project, "IShape"))));

        Assert.EndsWith("\ncontract IShape\nmethod IShape/M (a: int32) -> void\n", created.Text("Shop.rpc.txt"), StringComparison.Ordinal);
        Assert.Empty(await created.DiagnosticsAsync());
    }

    [Theory]
    [InlineData("Task")]
    [InlineData("IOther")]
    public async Task Elsewhere_than_on_the_name_of_a_contract_nothing_is_offered(string token) => Assert.Empty(await OffersAsync(BaselineProject.Of(Source), token));

    [Fact]
    public async Task Where_there_is_a_baseline_no_other_is_offered() =>
        Assert.Empty(await OffersAsync(BaselineProject.Of(Source, (BaselineProject.File, "")), "IShape"));

    private static async Task<List<CodeAction>> OffersAsync(BaselineProject project, string token)
    {
        var offers = new List<CodeAction>();
        var document = Sources.File(project.Solution, "Source.cs");
        string text = (await document.GetTextAsync(TestContext.Current.CancellationToken)).ToString();
        var context = new CodeRefactoringContext(document, new TextSpan(text.IndexOf(token, StringComparison.Ordinal), 0), offers.Add, TestContext.Current.CancellationToken);
        await new CreateBaseline().ComputeRefactoringsAsync(context);
        return offers;
    }
}
