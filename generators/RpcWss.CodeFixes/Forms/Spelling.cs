using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Simplification;

namespace RpcWss.CodeFixes.Forms;

/// <summary>Spells types as the place can where they will stand: in short, with a using added only where one is missing.</summary>
/// <param name="model">The file of that place; null for a new one, which has no usings yet.</param>
internal sealed class Spelling(SyntaxGenerator generator, SemanticModel? model, int position)
{
    public SyntaxGenerator Generator { get; } = generator;

    public TypeSyntax Type(ITypeSymbol type)
    {
        var full = ((TypeSyntax)Generator.TypeExpression(type)).WithAdditionalAnnotations(Simplifier.Annotation);
        return IsInScope(type) ? full : full.WithAdditionalAnnotations(Simplifier.AddImportsAnnotation);
    }

    private bool IsInScope(ITypeSymbol type) => type switch
    {
        _ when model is null => false,
        IArrayTypeSymbol array => IsInScope(array.ElementType),
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.All(element => IsInScope(element.Type)),
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => IsInScope(nullable.TypeArguments[0]),
        { SpecialType: not SpecialType.None } => true,
        INamedTypeSymbol named => named.TypeArguments.All(IsInScope) && (named.ContainingType is { } outer ? IsInScope(outer) : IsFound(named)),
        _ => true,
    };

    private bool IsFound(INamedTypeSymbol type) => model!.LookupNamespacesAndTypes(position, name: type.Name)
        .Any(found => SymbolEqualityComparer.Default.Equals(found.OriginalDefinition, type.OriginalDefinition));
}
