using Microsoft.CodeAnalysis;
using RpcWss.Generators.Diagnostics;
using RpcWss.Generators.Model;

namespace RpcWss.Generators.Contracts;

/// <summary>
/// Finds out how the types that a contract sends are written and read. One instance serves one contract: it visits each type
/// once, however often and however deep it occurs.
/// </summary>
internal sealed class DataParser
{
    /// <summary>Deeper type arguments are a type that expands without end, such as a Node&lt;T&gt; that holds a Node&lt;Node&lt;T&gt;&gt;.</summary>
    private const int MaximumTypeDepth = 12;

    private readonly INamedTypeSymbol _contract;
    private readonly FindingList _findings;
    private readonly Places _places;
    private readonly CancellationToken _cancellation;
    private readonly AssemblyAliases _assemblies;
    private readonly Mentions _plain;
    private readonly Dictionary<string, ValueModel?> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DataModel> _models = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ITypeSymbol> _symbols = new(StringComparer.Ordinal);

    public DataParser(INamedTypeSymbol contract, Compilation compilation, AssemblyAliases assemblies, FindingList findings, Places places, CancellationToken cancellation)
    {
        _contract = contract;
        Compilation = compilation;
        _findings = findings;
        _places = places;
        _cancellation = cancellation;
        _assemblies = assemblies;
        _plain = new Mentions(assemblies);
    }

    public Compilation Compilation { get; }

    /// <summary>The models of the types seen so far, by the qualified names of their formatters.</summary>
    public IReadOnlyDictionary<string, DataModel> Models => _models;

    /// <summary>The types of those models.</summary>
    public IReadOnlyDictionary<string, ITypeSymbol> Symbols => _symbols;

    /// <summary>How a type is written. Null when it cannot be, which has been reported.</summary>
    /// <param name="type">The type.</param>
    /// <param name="use">Where it is used.</param>
    /// <param name="user">What uses it, as a message begins: "The parameter 'x' of 'M'".</param>
    public ValueModel? Value(ITypeSymbol type, Place use, Subject user)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return Value(nullable.TypeArguments[0], use, user) is { } present ? present with { IsNullable = true } : null;
        }

        string plain = _plain.Plain(type);
        if (LeafTypes.Of(type) is not LeafKind.None and var leaf)
        {
            return new ValueModel(plain, ValueForm.Leaf, leaf, "", false, !type.IsValueType);
        }

        if (_known.TryGetValue(plain, out var known))
        {
            return known;
        }

        var value = type.Attribute(FormatterParser.Attribute) is { } formatter
            ? Custom(type, formatter, _places.Data(type, use), user)
            : type is INamedTypeSymbol { EnumUnderlyingType: { } underlying }
            ? Enum(type, plain, underlying, use, user)
            : Formatted(type, plain, use, user);
        _known[plain] = value;
        return value;
    }

    /// <summary>How a type is written by the formatter that an attribute names. Null when that cannot be, which has been reported.</summary>
    public ValueModel? Custom(ITypeSymbol type, AttributeData attribute, Place use, Subject user)
    {
        if (!IsUsable(type, use, user))
        {
            return null;
        }

        var mentions = new Mentions(_assemblies);
        string plain = mentions.Plain(type);
        if (FormatterParser.Expression(type, attribute, Compilation, mentions, out string flaw) is not { } expression)
        {
            _findings.Add(Rules.DataFeature, use, Show(type), "[MessagePackFormatter]", flaw);
            return null;
        }

        var name = DataNames.Formatter(type, $"{plain} {expression}", _contract.ContainingAssembly);
        _models[name.Qualified] = new CustomData(name, plain, mentions.Needs, expression);
        return new ValueModel(plain, ValueForm.Formatted, LeafKind.None, name.Qualified, false, !type.IsValueType);
    }

    private ValueModel? Enum(ITypeSymbol type, string plain, INamedTypeSymbol underlying, Place use, Subject user) =>
        IsUsable(type, use, user) ? new ValueModel(plain, ValueForm.Enum, LeafTypes.OfSpecial(underlying.SpecialType), "", false, false) : null;

    private ValueModel? Formatted(ITypeSymbol type, string plain, Place use, Subject user)
    {
        if (type.TypeKind == TypeKind.Error)
        {
            _findings.GiveUp();
            return null;
        }

        if (TypeFlaws.Of(type) is { } flaw)
        {
            _findings.Add(Rules.CannotBeSent, use, user, Show(type), flaw);
            return null;
        }

        if (Depth(type) > MaximumTypeDepth)
        {
            _findings.Add(Rules.CannotBeSent, use, user, Show(type), "its type arguments nest without end; use a type that does not");
            return null;
        }

        if (!IsUsable(type, use, user))
        {
            return null;
        }

        var name = DataNames.Formatter(type, plain, _contract.ContainingAssembly);
        var value = new ValueModel(plain, ValueForm.Formatted, LeafKind.None, name.Qualified, false, !type.IsValueType);

        // A type that contains itself finds this while its members are visited.
        _known[plain] = value;
        var mentions = new Mentions(_assemblies);
        var model = CollectionParser.TryParse(type, name, this, mentions, use, user, out bool isCollection);
        if (!isCollection && UnionParser.Is(type))
        {
            model = new UnionParser(this, mentions, _findings, _places).Parse((INamedTypeSymbol)type, name, use);
        }
        else if (!isCollection)
        {
            model = new ObjectParser(this, mentions, _findings, _places).Parse((INamedTypeSymbol)type, name, use, user);
        }

        if (model is null)
        {
            return null;
        }

        _models[name.Qualified] = model;
        _symbols[name.Qualified] = type;
        return value;
    }

    /// <summary>Says that the hashes of a key type are the user's, or a composite's, and that entries are therefore limited.</summary>
    public void WarnOfKey(ITypeSymbol key, Place use, Subject user) => _findings.Add(Rules.UserKey, use, user, Show(key));

    private bool IsUsable(ITypeSymbol type, Place use, Subject user)
    {
        if (Mentions.IsObsoleteError(type))
        {
            _findings.Add(Rules.CannotBeSent, use, user, Show(type), "it is marked obsolete as an error; make that a warning, or send another type");
            return false;
        }

        if (Hidden(type) is { } hidden)
        {
            _findings.AddAbout(hidden, Rules.DataNotAccessible, use, user, Show(hidden));
            return false;
        }

        return true;
    }

    /// <summary>The type that the assembly cannot name: this one, or one of its type arguments.</summary>
    private INamedTypeSymbol? Hidden(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol named || (!IsFileLocal(named) && Compilation.IsSymbolAccessibleWithin(named, Compilation.Assembly)))
        {
            return type is IArrayTypeSymbol array ? Hidden(array.ElementType) : null;
        }

        foreach (var argument in named.TypeArguments)
        {
            if (Hidden(argument) is { } hidden)
            {
                return hidden;
            }
        }

        return named;
    }

    private static bool IsFileLocal(INamedTypeSymbol type) => type.IsFileLocal || (type.ContainingType is { } outer && IsFileLocal(outer));

    private static int Depth(ITypeSymbol type)
    {
        int deepest = 0;
        if (type is IArrayTypeSymbol array)
        {
            deepest = Depth(array.ElementType);
        }
        else if (type is INamedTypeSymbol named)
        {
            foreach (var argument in named.TypeArguments)
            {
                deepest = Math.Max(deepest, Depth(argument));
            }
        }

        return deepest + 1;
    }

    private static string Show(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
}
