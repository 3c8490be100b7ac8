using Microsoft.CodeAnalysis;

namespace RpcWss.Generators.Contracts;

/// <summary>
/// Through which extern alias each assembly is seen. Remembers the answers for one contract: the compilation looks through all of
/// its references to find one.
/// </summary>
internal sealed class AssemblyAliases(Compilation compilation)
{
    private readonly Dictionary<IAssemblySymbol, string> _known = new(SymbolEqualityComparer.Default);

    public IAssemblySymbol Own => compilation.Assembly;

    /// <summary>The alias by which source reaches the assembly; <c>global</c> for most.</summary>
    public string Of(IAssemblySymbol assembly)
    {
        if (!_known.TryGetValue(assembly, out string? alias))
        {
            var aliases = compilation.GetMetadataReference(assembly)?.Properties.Aliases ?? [];
            alias = aliases.IsEmpty || aliases.Contains("global") ? "global" : aliases[0];
            _known.Add(assembly, alias);
        }

        return alias;
    }
}
