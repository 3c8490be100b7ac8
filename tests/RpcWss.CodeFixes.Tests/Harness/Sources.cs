using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using RpcWss.Generators;
using RpcWss.Generators.Diagnostics;
using RpcWss.Generators.Tests.Harness;

namespace RpcWss.CodeFixes.Tests.Harness;

/// <summary>Makes solutions as a user has them, and asks the compiler, the generator and the analyzers what they say of them.</summary>
internal static class Sources
{
    private static readonly MetadataReference[] _references =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) && !name.StartsWith("System.Composition", StringComparison.Ordinal)
                || name.StartsWith("MessagePack", StringComparison.Ordinal) || name is "RpcWss.Abstractions.dll" or "netstandard.dll" or "mscorlib.dll"))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The root of the repository, whose pages are read as text.</summary>
    public static string Repository { get; } = typeof(Sources).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static metadata => metadata.Key == "RepositoryRoot").Value!;

    /// <summary>One project of one file.</summary>
    public static Solution One(string text) => Of(("Shop", [("Source.cs", text)]));

    /// <summary>Projects of several files; each refers to those before it.</summary>
    public static Solution Of(params (string Project, (string File, string Text)[] Files)[] projects) => Of(new AdhocWorkspace(), projects);

    public static Solution Of(Workspace workspace, params (string Project, (string File, string Text)[] Files)[] projects)
    {
        var solution = workspace.CurrentSolution;
        var before = new List<ProjectId>();
        foreach (var (name, files) in projects)
        {
            var id = ProjectId.CreateNewId(name);
            solution = solution.AddProject(ProjectInfo.Create(
                id, VersionStamp.Default, name, name, LanguageNames.CSharp,
                compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true),
                parseOptions: new CSharpParseOptions(LanguageVersion.CSharp14),
                projectReferences: before.Select(static project => new ProjectReference(project)),
                metadataReferences: _references));
            foreach (var (file, text) in files.Prepend(("Usings.cs", ImplicitUsings.Text)))
            {
                solution = solution.AddDocument(DocumentId.CreateNewId(id), file, SourceText.From(text), filePath: $"/{name}/{file}");
            }

            before.Add(id);
        }

        return solution;
    }

    /// <summary>What the analyzers say of a project, in the order of its files.</summary>
    public static async Task<IReadOnlyList<Diagnostic>> AnalyzeAsync(Project project)
    {
        var compilation = await project.GetCompilationAsync(TestContext.Current.CancellationToken);
        var found = await compilation!.WithAnalyzers([new ContractAnalyzer(), new UseAnalyzer()]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. found.OrderBy(static diagnostic => diagnostic.Location.SourceTree!.FilePath, StringComparer.Ordinal).ThenBy(static diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    /// <summary>All errors in a project once it is generated for, of the compiler and of ours.</summary>
    public static async Task<IReadOnlyList<string>> ErrorsAsync(Project project)
    {
        var compilation = await project.GetCompilationAsync(TestContext.Current.CancellationToken);
        CSharpGeneratorDriver.Create([new ContractGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)project.ParseOptions!)
            .RunGeneratorsAndUpdateCompilation(compilation!, out var generated, out var said, TestContext.Current.CancellationToken);
        var analyzed = await AnalyzeAsync(project);
        return [.. generated.GetDiagnostics(TestContext.Current.CancellationToken).Concat(said).Concat(analyzed).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(static diagnostic => diagnostic.ToString())];
    }

    public static async Task<string> TextAsync(Solution solution, string file) => (await File(solution, file).GetTextAsync(TestContext.Current.CancellationToken)).ToString();

    public static Document File(Solution solution, string file) => solution.Projects.SelectMany(static project => project.Documents).Single(document => document.Name == file);
}
