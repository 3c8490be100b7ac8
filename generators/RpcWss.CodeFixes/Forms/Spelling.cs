using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace RpcWss.CodeFixes.Forms;

/// <summary>Spells types as the place can where they will stand: in short, with a using added only where one is missing.</summary>
internal sealed class Spelling(SyntaxGenerator generator, SemanticModel model, int position)
{
    public SyntaxGenerator Generator { get; } = generator;

    /// <summary>In a new file, which has no usings of its own yet.</summary>
    public static Spelling InNewFile(Document document, Compilation compilation, INamespaceSymbol space)
    {
        string text = space.IsGlobalNamespace ? " " : $"namespace {space.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted))} {{ }}";
        var options = (CSharpParseOptions?)document.Project.ParseOptions;
        var file = CSharpSyntaxTree.ParseText(text, options);
        return new Spelling(SyntaxGenerator.GetGenerator(document), compilation.AddSyntaxTrees(file).GetSemanticModel(file), text.Length - 1);
    }

    public TypeSyntax Type(ITypeSymbol type)
    {
        var full = ((TypeSyntax)Generator.TypeExpression(type)).WithAdditionalAnnotations(Simplifier.Annotation);
        return IsInScope(type) ? full : full.WithAdditionalAnnotations(Simplifier.AddImportsAnnotation);
    }

    private bool IsInScope(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsInScope(array.ElementType),
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.All(element => IsInScope(element.Type)),
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => IsInScope(nullable.TypeArguments[0]),
        { SpecialType: not SpecialType.None } => true,
        INamedTypeSymbol named => named.TypeArguments.All(IsInScope) && (named.ContainingType is { } outer ? IsInScope(outer) : IsFound(named)),
        _ => true,
    };

    private bool IsFound(INamedTypeSymbol type) => model.LookupNamespacesAndTypes(position, name: type.Name)
        .Any(found => SymbolEqualityComparer.Default.Equals(found.OriginalDefinition, type.OriginalDefinition));
}
