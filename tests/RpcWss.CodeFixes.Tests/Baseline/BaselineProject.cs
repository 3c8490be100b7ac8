using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using RpcWss.CodeFixes.Baseline;
using RpcWss.CodeFixes.Tests.Harness;
using RpcWss.Generators.Diagnostics;

namespace RpcWss.CodeFixes.Tests.Baseline;

/// <summary>A project with a baseline beside it, and what an editor does with the two.</summary>
internal sealed class BaselineProject(Solution solution)
{
    public const string Usings = "using MessagePack; using RpcWss;\n";
    public const string File = "Shop.rpc.txt";

    private static readonly CodeFixProvider[] _fixers = [new KeepNameFix(), new BaselineFix()];

    public Solution Solution { get; } = solution;

    private Project Project => Solution.Projects.Single();

    public static BaselineProject Of(string source, params (string File, string Text)[] files)
    {
        var solution = Sources.One(Usings + source);
        foreach (var (file, text) in files)
        {
            solution = solution.AddAdditionalDocument(DocumentId.CreateNewId(solution.ProjectIds[0]), file, SourceText.From(text), filePath: $"/Shop/{file}");
        }

        return new BaselineProject(solution);
    }

    public string Text(string file) =>
        Project.AdditionalDocuments.Single(document => document.Name == file).GetTextAsync(TestContext.Current.CancellationToken).Result.ToString();

    public async Task<string> SourceAsync() => (await Sources.TextAsync(Solution, "Source.cs"))[Usings.Length..];

    /// <summary>What the comparison says, what it says of files last.</summary>
    public async Task<IReadOnlyList<Diagnostic>> DiagnosticsAsync()
    {
        var compilation = await Project.GetCompilationAsync(TestContext.Current.CancellationToken);
        var found = await compilation!.WithAnalyzers([new WireBaselineAnalyzer()], Project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        return [.. found.OrderBy(static diagnostic => diagnostic.Location.IsInSource ? 0 : 1).ThenBy(static diagnostic => diagnostic.Location.SourceSpan.Start)];
    }

    /// <summary>What is offered for a diagnostic, the best first.</summary>
    public async Task<IReadOnlyList<CodeAction>> OffersAsync(Diagnostic diagnostic)
    {
        var document = diagnostic.Location.SourceTree is { } tree
            ? Solution.GetDocument(tree)!
            : Project.AdditionalDocuments.Single(file => file.FilePath == diagnostic.Location.GetLineSpan().Path);
        var offers = new List<CodeAction>();
        foreach (var fixer in _fixers.Where(fixer => fixer.FixableDiagnosticIds.Contains(diagnostic.Id) && (document is Document || fixer is BaselineFix)))
        {
            await fixer.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic.Location.SourceSpan, [diagnostic], (action, _) => offers.Add(action), TestContext.Current.CancellationToken));
        }

        return offers;
    }

    public async Task<BaselineProject> ApplyAsync(string title)
    {
        foreach (var diagnostic in await DiagnosticsAsync())
        {
            if ((await OffersAsync(diagnostic)).FirstOrDefault(action => action.Title == title) is { } action)
            {
                return new BaselineProject(await Fixing.ApplyAsync(action));
            }
        }

        throw new InvalidOperationException($"'{title}' is not offered.");
    }

    public async Task<BaselineProject> ApplyAllAsync(string title, FixAllScope scope)
    {
        var fixer = new BaselineFix();
        var document = Project.Documents.Single(static document => document.Name == "Source.cs");
        var context = new FixAllContext(document, fixer, scope, title, fixer.FixableDiagnosticIds, new Diagnostics(this), TestContext.Current.CancellationToken);
        var action = await fixer.GetFixAllProvider().GetFixAsync(context);
        return action is null ? this : new BaselineProject(await Fixing.ApplyAsync(action));
    }

    private sealed class Diagnostics(BaselineProject owner) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => await owner.DiagnosticsAsync();

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            (await owner.DiagnosticsAsync()).Where(diagnostic => diagnostic.Location.SourceTree?.FilePath == document.FilePath);

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
