using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RpcWss.Generators.Tests.Harness;

namespace RpcWss.Generators.Tests;

/// <summary>Contracts, bases and data that come from other assemblies.</summary>
public sealed class ReferenceTests
{
    private const string Library = """
        namespace Library;
        public interface IBase<T> { Task<T> Get(T item, int count = 3); int Local => 1; }
        [MessagePackObject] public record Data([property: Key(0)] int X) { [Key(1)] public required string Y { get; init; } [Key(2)] public int Z { get; set; } internal int W { get; set; } }
        public enum Kind { A, B }
        """;

    [Fact]
    public void Bases_and_data_of_a_referenced_assembly_are_generated_for()
    {
        var output = Generate(
            "[RpcContract] public partial interface IShape : Library.IBase<Library.Data?> { Task<Library.Kind> M(List<Library.Data> a); }",
            Compilations.Reference("Library", Library));

        Assert.Empty(output);
    }

    [Fact]
    public void Types_of_an_assembly_with_an_extern_alias_are_named_through_it()
    {
        var output = Generate(
            """
            extern alias Lib;
            [RpcContract] public partial interface IShape : Lib::Library.IBase<Lib::Library.Data?> { Task<Data> M(List<Lib::Library.Data> a, Lib::Library.Kind b = Lib::Library.Kind.B); }
            [MessagePackObject] public class Data { [Key(0)] public Lib::Library.Data? X { get; set; } }
            """,
            Compilations.Reference("Library", Library).WithAliases(["Lib"]));

        Assert.Empty(output);
    }

    [Fact]
    public void A_contract_of_another_assembly_is_a_base_like_any_other()
    {
        var library = Compilations.Create("namespace Library; [RpcContract] public partial interface IBase { Task A(); Task B(int b); }").WithAssemblyName("Library");
        Drivers.Create().RunGeneratorsAndUpdateCompilation(library, out var completed, out _, TestContext.Current.CancellationToken);
        using var image = new MemoryStream();
        Assert.True(completed.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);

        var output = Generate(
            "[RpcContract] public partial interface IShape : Library.IBase { Task C(); }", MetadataReference.CreateFromImage(image.ToArray()));

        Assert.Empty(output);
    }

    [Fact]
    public void Two_assemblies_that_see_each_others_internals_may_send_the_same_types()
    {
        const string Source = "[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"Shop.Contracts\")] namespace Library; [RpcContract] public partial interface IBase { Task A(List<Data> a); } [MessagePackObject] public class Data { [Key(0)] public int X { get; set; } }";
        Drivers.Create().RunGeneratorsAndUpdateCompilation(
            Compilations.Create(Source).WithAssemblyName("Library"), out var completed, out _, TestContext.Current.CancellationToken);
        using var image = new MemoryStream();
        Assert.True(completed.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);

        var output = Generate("[RpcContract] public partial interface IShape { Task B(List<Library.Data> a); }", MetadataReference.CreateFromImage(image.ToArray()));

        Assert.Empty(output);
    }

    [Theory]
    [InlineData("Shop")]
    [InlineData("1-strange name")]
    [InlineData("class.event")]
    [InlineData("RpcFormat")]
    [InlineData("RpcWss.Generated")]
    public void An_assembly_may_have_any_name(string name)
    {
        var compilation = Compilations.Create("[RpcContract] public partial interface IShape { Task<List<int>> M(Guid[] a); }").WithAssemblyName(name);

        Drivers.Create().RunGeneratorsAndUpdateCompilation(compilation, out var output, out _, TestContext.Current.CancellationToken);

        Assert.DoesNotContain(output.GetDiagnostics(TestContext.Current.CancellationToken), found => found.Severity >= DiagnosticSeverity.Warning && found.Id is not "CS1591" and not "CS1701");
    }

    private static List<Diagnostic> Generate(string source, MetadataReference reference)
    {
        var compilation = Compilations.Create(source).AddReferences(reference);
        Drivers.Create().RunGeneratorsAndUpdateCompilation(compilation, out var output, out var reported, TestContext.Current.CancellationToken);
        Assert.Empty(reported);
        Assert.True(output.SyntaxTrees.Count() > compilation.SyntaxTrees.Length, "Nothing was generated.");
        return [.. output.GetDiagnostics().Where(found => found.Severity >= DiagnosticSeverity.Warning && found.Id is not "CS1591" and not "CS1701")];
    }
}
