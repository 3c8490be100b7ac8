using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace RpcWss.CodeFixes.Refactorings;

/// <summary>Adds a type to the namespace of another: in a file of its own, or after the other where the host cannot add files.</summary>
internal static class NewType
{
    public static Solution Add(Document document, SyntaxNode root, TypeDeclarationSyntax beside, BaseTypeDeclarationSyntax type)
    {
        if (!document.Project.Solution.Workspace.CanApplyChange(ApplyChangesKind.AddDocument))
        {
            var editor = new SyntaxEditor(root, document.Project.Solution.Services);
            editor.InsertAfter(beside.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Last(), type.WithLeadingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed));
            return document.WithSyntaxRoot(editor.GetChangedRoot()).Project.Solution;
        }

        // All spaces in it are the formatter's, the line break at its end among them.
        var unit = SyntaxFactory.CompilationUnit().AddMembers(InNamespace(beside, type)).WithAdditionalAnnotations(Formatter.Annotation);
        return document.WithSyntaxRoot(root).Project.AddDocument($"{type.Identifier.ValueText}.cs", unit, document.Folders).Project.Solution;
    }

    /// <summary>A name that no type of the namespace has.</summary>
    public static string FreeName(INamespaceSymbol space, params string[] candidates)
    {
        string? free = candidates.FirstOrDefault(candidate => space.GetTypeMembers(candidate).IsEmpty);
        for (int number = 2; free is null; number++)
        {
            string candidate = $"{candidates[candidates.Length - 1]}{number}";
            free = space.GetTypeMembers(candidate).IsEmpty ? candidate : null;
        }

        return free;
    }

    /// <summary>The type in a namespace that is written as the other type's is.</summary>
    private static MemberDeclarationSyntax InNamespace(TypeDeclarationSyntax beside, BaseTypeDeclarationSyntax type)
    {
        var spaces = beside.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().ToList();
        if (spaces.Count == 0)
        {
            return type;
        }

        var name = SyntaxFactory.ParseName(string.Join(".", Enumerable.Reverse(spaces).Select(static space => space.Name.WithoutTrivia().ToString())));
        return spaces[0] is FileScopedNamespaceDeclarationSyntax
            ? SyntaxFactory.FileScopedNamespaceDeclaration(name).AddMembers(type.WithLeadingTrivia(LineBreak(beside), LineBreak(beside)))
            : SyntaxFactory.NamespaceDeclaration(name).AddMembers(type);
    }

    /// <summary>How lines end in the file of a node.</summary>
    public static SyntaxTrivia LineBreak(SyntaxNode beside) =>
        beside.SyntaxTree.GetRoot().DescendantTrivia().FirstOrDefault(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia)) is { RawKind: not 0 } found
            ? found
            : SyntaxFactory.LineFeed;
}
