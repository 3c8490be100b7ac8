using Microsoft.CodeAnalysis;
using RpcWss.Generators.Model;

namespace RpcWss.Generators.Contracts;

/// <summary>
/// The constructor that makes an object when it is read: the one marked <c>[SerializationConstructor]</c>, else the public one with
/// the most parameters that members fit, by name or, as MessagePack-CSharp does it, by the order of keys.
/// </summary>
internal sealed class ConstructorMatch
{
    private readonly List<FoundMember> _members;

    private ConstructorMatch(IMethodSymbol constructor, List<FoundMember> members)
    {
        Constructor = constructor;
        _members = members;
        SetsRequired = constructor.Attribute("System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute") is not null;
    }

    public IMethodSymbol Constructor { get; }

    /// <summary>Whether it gives every required member a value, so that an initializer need not.</summary>
    public bool SetsRequired { get; }

    public static ConstructorMatch? Find(INamedTypeSymbol type, List<FoundMember> members, Compilation compilation)
    {
        foreach (var constructor in Candidates(type))
        {
            if ((ByName(constructor, members, compilation) ?? ByOrder(constructor, members, compilation)) is { } arguments)
            {
                return new ConstructorMatch(constructor, arguments);
            }
        }

        return null;
    }

    public static string Explain(INamedTypeSymbol type) => Marked(type) is null
        ? "no public constructor has only parameters that are members with keys; add one, mark one with [SerializationConstructor], or add a constructor without parameters"
        : "a parameter of its [SerializationConstructor] is no member with a key; name the parameters like the members";

    public bool Takes(FoundMember member) => _members.Contains(member);

    public IEnumerable<ConstructorArgument> Arguments(Mentions mentions)
    {
        for (int index = 0; index < _members.Count; index++)
        {
            string? value = DefaultValues.Of(Constructor.Parameters[index], mentions.Plain);
            yield return new ConstructorArgument(_members[index].Key, value == "null!" ? null : value);
        }
    }

    private static IEnumerable<IMethodSymbol> Candidates(INamedTypeSymbol type)
    {
        if (Marked(type) is { } marked)
        {
            return marked.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected ? [] : [marked];
        }

        var candidates = new List<IMethodSymbol>();
        foreach (var constructor in type.InstanceConstructors)
        {
            if (constructor.DeclaredAccessibility == Accessibility.Public && !Mentions.IsObsoleteError(constructor))
            {
                candidates.Add(constructor);
            }
        }

        // Equally long ones by their text, so that the order of files does not decide.
        candidates.Sort((left, right) => left.Parameters.Length != right.Parameters.Length
            ? right.Parameters.Length.CompareTo(left.Parameters.Length)
            : string.CompareOrdinal(left.ToDisplayString(), right.ToDisplayString()));
        return candidates;
    }

    private static IMethodSymbol? Marked(INamedTypeSymbol type)
    {
        foreach (var constructor in type.InstanceConstructors)
        {
            if (constructor.Attribute("MessagePack.SerializationConstructorAttribute") is not null)
            {
                return constructor;
            }
        }

        return null;
    }

    private static List<FoundMember>? ByName(IMethodSymbol constructor, List<FoundMember> members, Compilation compilation)
    {
        var arguments = new List<FoundMember>();
        foreach (var parameter in constructor.Parameters)
        {
            var member = members.Find(candidate => string.Equals(candidate.Name, parameter.Name, StringComparison.OrdinalIgnoreCase))
                ?? members.Find(candidate => string.Equals(candidate.Symbol.Name, parameter.Name, StringComparison.Ordinal))
                ?? members.Find(candidate => string.Equals(candidate.Symbol.Name, parameter.Name, StringComparison.OrdinalIgnoreCase));
            if (member is null || !Fits(member, parameter, compilation) || arguments.Contains(member))
            {
                return null;
            }

            arguments.Add(member);
        }

        return arguments;
    }

    private static List<FoundMember>? ByOrder(IMethodSymbol constructor, List<FoundMember> members, Compilation compilation)
    {
        for (int index = 0; index < constructor.Parameters.Length; index++)
        {
            if (index >= members.Count || members[index].Name is not null || !Fits(members[index], constructor.Parameters[index], compilation))
            {
                return null;
            }
        }

        return members.GetRange(0, constructor.Parameters.Length);
    }

    private static bool Fits(FoundMember member, IParameterSymbol parameter, Compilation compilation) =>
        parameter.RefKind is RefKind.None or RefKind.In
        && compilation.ClassifyCommonConversion(member.Type, parameter.Type) is { IsImplicit: true, IsUserDefined: false, IsNumeric: false };
}
