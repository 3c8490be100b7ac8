using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RpcWss.Generators.Model;

namespace RpcWss.Generators.Contracts;

/// <summary>
/// Spells the types that one emitted file mentions, in full, and notes what the file needs at its top because of them: extern
/// aliases, and the warnings that obsolete and experimental members give where they are used.
/// </summary>
internal sealed class Mentions(AssemblyAliases assemblies)
{
    /// <summary>Words that mean something else where emitted code puts a user's name.</summary>
    private static readonly HashSet<string> _contextual = new(StringComparer.Ordinal)
    {
        "await", "async", "yield", "var", "nameof", "scoped", "field", "record", "partial", "required", "file", "extension", "allows",
        "when", "dynamic", "notnull", "unmanaged", "nint", "nuint",
    };

    // Most types are mentioned again and again.
    private readonly Dictionary<ITypeSymbol, string> _annotated = new(SymbolEqualityComparer.IncludeNullability);
    private readonly Dictionary<ITypeSymbol, string> _plain = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _used = new(SymbolEqualityComparer.Default);
    private readonly SortedSet<string> _suppressed = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _aliases = new(StringComparer.Ordinal);

    public FileNeeds Needs => new(new(_suppressed), new(_aliases));

    /// <summary>A type as a signature must repeat it: with annotations and the names of tuple items.</summary>
    public string Annotated(ITypeSymbol type) => Spell(type, annotated: true);

    /// <summary>A type as such; equal texts are equal types.</summary>
    public string Plain(ITypeSymbol type) => Spell(type, annotated: false);

    /// <summary>A type that <c>new</c> can make: a tuple by the name of the type behind it.</summary>
    public string Unfolded(INamedTypeSymbol type) => SpellNamed(type, annotated: false);

    /// <summary>Whether using a symbol is an error that nothing can suppress.</summary>
    public static bool IsObsoleteError(ISymbol symbol) =>
        symbol.Attribute("System.ObsoleteAttribute") is { ConstructorArguments: [_, { Value: true }] };

    /// <summary>Notes that the file uses a symbol.</summary>
    public void Use(ISymbol symbol)
    {
        if (!_used.Add(symbol.OriginalDefinition))
        {
            return;
        }

        for (ISymbol? at = symbol.OriginalDefinition; at is not null; at = at.ContainingType)
        {
            Note(at);
        }

        if (symbol.ContainingAssembly is { } assembly && !SymbolEqualityComparer.Default.Equals(assembly, assemblies.Own))
        {
            Note(assembly);
        }
    }

    /// <summary>An identifier as source spells it, wherever it stands.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || _contextual.Contains(name) ? "@" + name : name;

    private void Note(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass.Is("System.ObsoleteAttribute"))
            {
                // An error with an id of its own is still called from emitted code that is marked obsolete, without one.
                _suppressed.Add("CS0612");
                _suppressed.Add(attribute.Named("DiagnosticId") is { Value: string id } ? id : "CS0618");
            }
            else if (attribute.AttributeClass.Is("System.Diagnostics.CodeAnalysis.ExperimentalAttribute")
                && attribute.ConstructorArguments is [{ Value: string experiment }])
            {
                _suppressed.Add(experiment);
            }
        }
    }

    private string Spell(ITypeSymbol type, bool annotated)
    {
        var known = annotated ? _annotated : _plain;
        if (!known.TryGetValue(type, out string? text))
        {
            known.Add(type, text = SpellNew(type, annotated));
        }

        return text;
    }

    private string SpellNew(ITypeSymbol type, bool annotated)
    {
        string mark = annotated && type is { IsValueType: false, NullableAnnotation: NullableAnnotation.Annotated } ? "?" : "";
        return type switch
        {
            IArrayTypeSymbol array => SpellArray(array, annotated) + mark,
            INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable =>
                Spell(nullable.TypeArguments[0], annotated) + "?",
            INamedTypeSymbol { IsTupleType: true } tuple when tuple.TupleElements.Length > 1 => SpellTuple(tuple, annotated),
            INamedTypeSymbol named => SpellNamed(named, annotated) + mark,
            _ => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
        };
    }

    private string SpellArray(IArrayTypeSymbol array, bool annotated)
    {
        // int[][,] is an array of int[,]: the outermost rank comes first, until an annotation on an inner array ends the chain.
        var ranks = new StringBuilder();
        ITypeSymbol element = array;
        do
        {
            var level = (IArrayTypeSymbol)element;
            ranks.Append('[').Append(',', level.Rank - 1).Append(']');
            element = level.ElementType;
        }
        while (element is IArrayTypeSymbol && !(annotated && element.NullableAnnotation == NullableAnnotation.Annotated));

        return Spell(element, annotated) + ranks;
    }

    private string SpellTuple(INamedTypeSymbol tuple, bool annotated)
    {
        var items = new List<string>();
        foreach (var item in tuple.TupleElements)
        {
            string type = Spell(item.Type, annotated);
            items.Add(annotated && item.IsExplicitlyNamedTupleElement ? $"{type} {Escape(item.Name)}" : type);
        }

        return $"({string.Join(", ", items)})";
    }

    private string SpellNamed(INamedTypeSymbol type, bool annotated)
    {
        Use(type);
        if (type.SpecialType != SpecialType.None && type.TypeArguments.IsEmpty)
        {
            return type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        }

        string name = Escape(type.Name);
        if (!type.TypeArguments.IsEmpty)
        {
            var arguments = new List<string>();
            foreach (var argument in type.TypeArguments)
            {
                arguments.Add(Spell(argument, annotated));
            }

            name += $"<{string.Join(", ", arguments)}>";
        }

        if (type.ContainingType is { } outer)
        {
            return $"{SpellNamed(outer, annotated)}.{name}";
        }

        return $"{Root(type)}::{SpellNamespace(type.ContainingNamespace)}{name}";
    }

    private static string SpellNamespace(INamespaceSymbol space) =>
        space.IsGlobalNamespace ? "" : $"{SpellNamespace(space.ContainingNamespace)}{Escape(space.Name)}.";

    private string Root(INamedTypeSymbol type)
    {
        string root = assemblies.Of(type.ContainingAssembly);
        if (root != "global")
        {
            _aliases.Add(root);
        }

        return root;
    }
}
