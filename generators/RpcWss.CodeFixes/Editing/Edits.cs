using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Rename;
using RpcWss.CodeFixes.Forms;

namespace RpcWss.CodeFixes.Editing;

/// <summary>
/// The changes of one repair, or of all that fix-all makes at once, in whatever documents they are. They are recorded on the syntax as it
/// was, so that none moves what another is about.
/// </summary>
internal sealed class Edits(Solution solution, CancellationToken cancellation)
{
    private readonly SolutionEditor _editor = new(solution);
    private readonly List<(ProjectId Project, string Symbol, string Name)> _renames = [];

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>The keys that were handed out so far.</summary>
    public FreeKeys Keys { get; } = new();

    /// <summary>The names that were handed out so far.</summary>
    public FreeNames Names { get; } = new();

    public static async Task<Solution> ApplyAsync(Solution solution, IEnumerable<Repair> repairs, CancellationToken cancellation)
    {
        var edits = new Edits(solution, cancellation);
        var done = new HashSet<SyntaxNode>();
        foreach (var repair in repairs)
        {
            if (done.Add(repair.Subject))
            {
                await repair.Apply(edits).ConfigureAwait(false);
            }
        }

        return await edits.FinishAsync().ConfigureAwait(false);
    }

    /// <summary>Whether a node is in a file that can be changed, and not in a generated or a referenced one.</summary>
    public static bool CanEdit(Solution solution, SyntaxNode node) => solution.GetDocument(node.SyntaxTree) is { } and not SourceGeneratedDocument;

    public Task<DocumentEditor> OfAsync(SyntaxNode node) =>
        _editor.GetDocumentEditorAsync(solution.GetDocument(node.SyntaxTree)!.Id, Cancellation);

    /// <summary>Replaces a node by what <paramref name="change"/> makes of it, with the changes within it that came before.</summary>
    public async Task ReplaceAsync<TNode>(TNode node, Func<TNode, Spelling, SyntaxNode> change) where TNode : SyntaxNode
    {
        var editor = await OfAsync(node).ConfigureAwait(false);
        var spelling = new Spelling(editor.Generator, editor.SemanticModel, node.SpanStart);
        editor.ReplaceNode(node, (current, _) => change((TNode)current, spelling));
    }

    /// <summary>Renames a symbol and what refers to it, once everything else is done.</summary>
    public void Rename(Project project, ISymbol symbol, string name)
    {
        var rename = (project.Id, symbol.GetDocumentationCommentId()!, name);
        _renames.Insert(symbol is INamedTypeSymbol ? _renames.Count : 0, rename);
    }

    private async Task<Solution> FinishAsync()
    {
        var changed = _editor.GetChangedSolution();

        // Members before types: the name of a type is part of what its users are found by.
        foreach (var (project, id, name) in _renames)
        {
            var compilation = await changed.GetProject(project)!.GetCompilationAsync(Cancellation).ConfigureAwait(false);
            if (DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation!) is { } symbol)
            {
                changed = await Renamer.RenameSymbolAsync(changed, symbol, default, name, Cancellation).ConfigureAwait(false);
            }
        }

        return changed;
    }
}
