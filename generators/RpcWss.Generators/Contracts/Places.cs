using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RpcWss.Generators.Contracts;

/// <summary>
/// Finds the token to blame. What a contract inherits is blamed on the entry of its base list, which is the line that its author can
/// change; the member itself is named as related.
/// </summary>
internal sealed class Places(INamedTypeSymbol contract, Compilation compilation, CancellationToken cancellation)
{
    public Place Contract() => new(IdentifierOf(contract));

    public Place Name(ISymbol member) => Own(member) ? new(IdentifierOf(member)) : Inherited(member);

    public Place ReturnType(IMethodSymbol method) =>
        Own(method) && Syntax(method) is MethodDeclarationSyntax syntax ? new(syntax.ReturnType.GetLocation()) : Name(method);

    public Place Parameter(IParameterSymbol parameter) =>
        Own(parameter.ContainingSymbol) ? new(IdentifierOf(parameter)) : Inherited(parameter.ContainingSymbol);

    public Place ParameterType(IParameterSymbol parameter) =>
        Own(parameter.ContainingSymbol) && Syntax(parameter) is ParameterSyntax { Type: { } type } ? new(type.GetLocation()) : Parameter(parameter);

    /// <summary>A modifier of a parameter, such as <c>ref</c>.</summary>
    public Place Modifier(IParameterSymbol parameter) =>
        Own(parameter.ContainingSymbol) && Syntax(parameter) is ParameterSyntax { Modifiers: { Count: > 0 } modifiers }
            ? new(modifiers[0].GetLocation())
            : Parameter(parameter);

    /// <summary>An argument of an attribute of the contract, or of a method of its own and what belongs to it.</summary>
    public Place Argument(ISymbol owner, AttributeData attribute, string argument)
    {
        if (Own(owner) && attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax { ArgumentList: { } list })
        {
            foreach (var item in list.Arguments)
            {
                if (item.NameEquals?.Name.Identifier.ValueText == argument)
                {
                    return new(item.Expression.GetLocation());
                }
            }
        }

        return Name(owner);
    }

    /// <summary>The name of an attribute of a method of the contract's own, of its result or of one of its parameters.</summary>
    public Place Attribute(IMethodSymbol method, AttributeData attribute) =>
        Own(method) && attribute.ApplicationSyntaxReference?.GetSyntax(cancellation) is AttributeSyntax syntax ? new(syntax.Name.GetLocation()) : Name(method);

    /// <summary>A member of a data type: the member itself where its source is at hand, else the use that reached it.</summary>
    public Place Data(ISymbol? member, Place use) =>
        member?.Locations.FirstOrNull() is { IsInSource: true } location && compilation.ContainsSyntaxTree(location.SourceTree!)
            ? new(location, [use.Location])
            : use;

    private bool Own(ISymbol symbol) =>
        SymbolEqualityComparer.Default.Equals(symbol, contract) || SymbolEqualityComparer.Default.Equals(symbol.ContainingType, contract);

    private Place Inherited(ISymbol member)
    {
        var related = new List<Location>();
        foreach (var location in member.Locations)
        {
            if (location.IsInSource)
            {
                related.Add(location);
            }
        }

        return new Place(BaseEntry(member.ContainingType) ?? IdentifierOf(contract), related);
    }

    private Location? BaseEntry(INamedTypeSymbol declaring)
    {
        foreach (var reference in contract.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellation) is not InterfaceDeclarationSyntax { BaseList: { } bases })
            {
                continue;
            }

            var model = compilation.GetSemanticModel(reference.SyntaxTree);
            foreach (var entry in bases.Types)
            {
                if (model.GetTypeInfo(entry.Type, cancellation).Type is INamedTypeSymbol type && Brings(type, declaring))
                {
                    return entry.Type.GetLocation();
                }
            }
        }

        return null;
    }

    private static bool Brings(INamedTypeSymbol entry, INamedTypeSymbol declaring)
    {
        if (SymbolEqualityComparer.Default.Equals(entry, declaring))
        {
            return true;
        }

        foreach (var inherited in entry.AllInterfaces)
        {
            if (SymbolEqualityComparer.Default.Equals(inherited, declaring))
            {
                return true;
            }
        }

        return false;
    }

    private SyntaxNode? Syntax(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.Length == 0 ? null : symbol.DeclaringSyntaxReferences[0].GetSyntax(cancellation);

    private static Location IdentifierOf(ISymbol symbol) => symbol.Locations.FirstOrNull() ?? Location.None;
}
