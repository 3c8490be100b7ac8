using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RpcWss.Generators.Benchmarks;

/// <summary>A project of so many methods: contracts of ten in a file each, data types of their own and shared ones, and a file that is about something else.</summary>
internal sealed class SampleProject
{
    public const string UnrelatedFile = "Unrelated.cs";

    private const int MethodsOfAContract = 10;

    private const string Usings = "using System; using System.Collections.Generic; using System.Threading; using System.Threading.Tasks; using MessagePack; using RpcWss;\n";

    private static readonly CSharpParseOptions _parse = new(LanguageVersion.CSharp14);

    private static readonly MetadataReference[] _references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => !Path.GetFileName(path).Contains("Generators", StringComparison.Ordinal))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    public SampleProject(int methods)
    {
        Compilation = CSharpCompilation.Create("Sample", references: _references, options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable))
            .AddSyntaxTrees(Tree("Shared.cs", Usings + "[MessagePackObject] public class Money { [Key(0)] public decimal Amount { get; set; } [Key(1)] public string Currency { get; set; } = \"\"; }"))
            .AddSyntaxTrees(Tree(UnrelatedFile, Unrelated(0)))
            .AddSyntaxTrees(Enumerable.Range(0, methods / MethodsOfAContract).Select(static number => Tree(ContractFile(number), Contract(number, edition: 0))));
    }

    public CSharpCompilation Compilation { get; }

    public static string ContractFile(int number) => $"IContract{number}.cs";

    public static GeneratorDriver Driver() => CSharpGeneratorDriver.Create([new ContractGenerator().AsSourceGenerator()], parseOptions: _parse);

    /// <summary>As a key typed in that file leaves it.</summary>
    public Compilation Edited(string file, int edition) => Compilation.ReplaceSyntaxTree(
        Compilation.SyntaxTrees.Single(tree => tree.FilePath == file),
        Tree(file, file == UnrelatedFile ? Unrelated(edition) : Contract(0, edition)));

    private static SyntaxTree Tree(string path, string text) => CSharpSyntaxTree.ParseText(text, _parse, path);

    private static string Unrelated(int edition) => $"public static class Unrelated {{ public static int Answer() {{ int edition = {edition}; return edition * 2; }} }}";

    private static string Contract(int number, int edition)
    {
        var text = new StringBuilder(Usings).Append(CultureInfo.InvariantCulture, $$"""
            [RpcContract]
            public partial interface IContract{{number}}
            {

            """);
        for (int method = 0; method < MethodsOfAContract; method++)
        {
            string result = (method % 4) switch { 0 => "ValueTask<int>", 1 => $"ValueTask<Order{number}?>", 2 => "IAsyncEnumerable<Money>", _ => "Task" };
            text.Append(CultureInfo.InvariantCulture, $"    {result} Method{method}(int id, string name{edition}, List<Order{number}> orders, Money price, CancellationToken cancellationToken = default);\n");
        }

        return text.Append(CultureInfo.InvariantCulture, $$"""
            }

            [MessagePackObject]
            public class Order{{number}}
            {
                [Key(0)] public Guid Id { get; set; }
                [Key(1)] public Dictionary<string, Money>? Prices { get; set; }
                [Key(2)] public DateTimeOffset? Due { get; init; }
            }
            """).ToString();
    }
}
