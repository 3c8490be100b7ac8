using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RpcWss.Generators.Model;

namespace RpcWss.Generators.Contracts;

/// <summary>
/// Names formatters and files. A name is read off the type, which a person recognizes, and ends in a hash of the full type, which
/// keeps apart what differs in namespace, nesting, type arguments or casing alone.
/// </summary>
internal static class DataNames
{
    private const int MaximumReadable = 60;

    /// <summary>The formatter of a type, internal to the assembly that the contract is in.</summary>
    public static FormatterName Formatter(ITypeSymbol type, string plainType, IAssemblySymbol assembly)
    {
        string readable = Readable(type);
        readable = readable.Length > MaximumReadable ? readable.Substring(0, MaximumReadable) : readable;
        string name = $"{readable}Format_{Hash(plainType)}";
        return new FormatterName($"RpcWss.Generated.Formats.{AssemblyPart(assembly.Name)}", name, $"{HintPart(name)}.g.cs");
    }

    public static string Hash(string text)
    {
        ulong hash = WireShape.Fnv(text);
        return unchecked((uint)(hash ^ (hash >> 32))).ToString("x8", CultureInfo.InvariantCulture);
    }

    /// <summary>A name that every file system takes.</summary>
    public static string HintPart(string name)
    {
        var part = new StringBuilder();
        foreach (char c in name)
        {
            part.Append(c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '_' ? c : '_');
        }

        return part.ToString();
    }

    /// <summary>Keeps apart the formatters of assemblies that see each other's internals: two may send the same types.</summary>
    private static string AssemblyPart(string assembly)
    {
        var parts = new List<string>();
        foreach (string part in assembly.Split('.'))
        {
            if (!SyntaxFacts.IsValidIdentifier(part))
            {
                return $"Assembly{Hash(assembly)}";
            }

            parts.Add(Mentions.Escape(part));
        }

        return string.Join(".", parts);
    }

    private static string Readable(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: > 1 } grid => $"Array{grid.Rank}Of{Readable(grid.ElementType)}",
        IArrayTypeSymbol array => $"ArrayOf{Readable(array.ElementType)}",
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => $"Nullable{Readable(nullable.TypeArguments[0])}",
        INamedTypeSymbol { IsTupleType: true } tuple => $"TupleOf{Join(tuple.TypeArguments)}",
        INamedTypeSymbol { TypeArguments.IsEmpty: false } generic => $"{generic.Name}Of{Join(generic.TypeArguments)}",
        _ => type.Name,
    };

    private static string Join(IReadOnlyList<ITypeSymbol> types)
    {
        var names = new List<string>();
        foreach (var type in types)
        {
            names.Add(Readable(type));
        }

        return string.Join("And", names);
    }
}
