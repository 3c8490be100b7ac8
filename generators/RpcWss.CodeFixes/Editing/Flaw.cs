using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RpcWss.Generators.Diagnostics;

namespace RpcWss.CodeFixes.Editing;

/// <summary>
/// A diagnostic, with the syntax and the symbols that it is about. What a contract inherits is reported on its list of bases; this is about
/// the member itself, in the base.
/// </summary>
internal sealed class Flaw
{
    private Flaw(Diagnostic diagnostic, Document document, SemanticModel model, SyntaxNode node, SyntaxNode reported, CancellationToken cancellation)
    {
        Diagnostic = diagnostic;
        Document = document;
        Model = model;
        Node = node;
        Reported = reported;
        Cancellation = cancellation;
    }

    public Diagnostic Diagnostic { get; }

    /// <summary>The document of <see cref="Node"/>.</summary>
    public Document Document { get; }

    public SemanticModel Model { get; }

    /// <summary>What is wrong.</summary>
    public SyntaxNode Node { get; }

    /// <summary>Where it is reported.</summary>
    public SyntaxNode Reported { get; }

    public CancellationToken Cancellation { get; }

    public Solution Solution => Document.Project.Solution;

    public Compilation Compilation => Model.Compilation;

    /// <summary>Whether the contract inherits the member, here or from another assembly.</summary>
    public bool IsInherited => Reported.FirstAncestorOrSelf<BaseTypeSyntax>() is not null;

    /// <summary>Whether what is wrong is in a list of bases: a member of a base in another assembly, which nobody here can change.</summary>
    public bool IsOutOfReach => Node.FirstAncestorOrSelf<BaseTypeSyntax>() is not null;

    /// <summary>The method that is wrong, or that something wrong belongs to.</summary>
    public MethodDeclarationSyntax? Method => IsOutOfReach ? null : Node.FirstAncestorOrSelf<MethodDeclarationSyntax>();

    public IMethodSymbol? MethodSymbol => Method is { } method ? Model.GetDeclaredSymbol(method, Cancellation) : null;

    public static async Task<Flaw?> FindAsync(Document document, Diagnostic diagnostic, CancellationToken cancellation)
    {
        var reported = await NodeAsync(document, diagnostic.Location, cancellation).ConfigureAwait(false);
        if (reported is null)
        {
            return null;
        }

        var node = reported;
        var at = document;
        if (reported.FirstAncestorOrSelf<BaseTypeSyntax>() is not null
            && diagnostic.AdditionalLocations is [{ SourceTree: { } tree } related, ..]
            && document.Project.Solution.GetDocument(tree) is { } other and not SourceGeneratedDocument
            && await NodeAsync(other, related, cancellation).ConfigureAwait(false) is { } member)
        {
            (node, at) = (member, other);
        }

        var model = await at.GetSemanticModelAsync(cancellation).ConfigureAwait(false);
        return new Flaw(diagnostic, at, model!, node, reported, cancellation);
    }

    /// <summary>The type that must change, where the diagnostic names one and its source is at hand.</summary>
    public INamedTypeSymbol? About() =>
        Diagnostic.Properties.TryGetValue(Finding.AboutProperty, out string? id) && id is not null
            ? DocumentationCommentId.GetFirstSymbolForDeclarationId(id, Compilation) as INamedTypeSymbol
            : null;

    /// <summary>The declarations of a symbol in files that can be changed.</summary>
    public IEnumerable<SyntaxNode> Declarations(ISymbol symbol) => symbol.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax(Cancellation))
        .Where(node => Edits.CanEdit(Solution, node));

    private static async Task<SyntaxNode?> NodeAsync(Document document, Location location, CancellationToken cancellation)
    {
        var root = await document.GetSyntaxRootAsync(cancellation).ConfigureAwait(false);
        return root is not null && location.IsInSource && root.FullSpan.Contains(location.SourceSpan)
            ? root.FindNode(location.SourceSpan, getInnermostNodeForTie: true)
            : null;
    }
}
