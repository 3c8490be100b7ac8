using Microsoft.CodeAnalysis;
using RpcWss.Generators.Diagnostics;

namespace RpcWss.Generators.Contracts;

/// <summary>
/// Finds the methods that a proxy implements: the abstract ones of the contract and of all its bases, but for those that some
/// interface among them already implements; those run at the caller.
/// </summary>
internal sealed class RemoteMethods
{
    private readonly INamedTypeSymbol _contract;
    private readonly Compilation _compilation;
    private readonly FindingList _findings;
    private readonly Places _places;

    private RemoteMethods(INamedTypeSymbol contract, Compilation compilation, FindingList findings, Places places)
    {
        _contract = contract;
        _compilation = compilation;
        _findings = findings;
        _places = places;
    }

    public static List<IMethodSymbol> Of(INamedTypeSymbol contract, Compilation compilation, FindingList findings, Places places)
    {
        var search = new RemoteMethods(contract, compilation, findings, places);
        var interfaces = new List<INamedTypeSymbol> { contract };
        foreach (var inherited in contract.AllInterfaces)
        {
            if (!inherited.Is(SymbolNames.Contract))
            {
                interfaces.Add(inherited);
            }
        }

        var methods = new List<IMethodSymbol>();
        foreach (var type in interfaces)
        {
            foreach (var member in type.GetMembers())
            {
                if (search.IsRemote(member) && search.IsSound(member))
                {
                    methods.Add((IMethodSymbol)member);
                }
            }
        }

        return methods;
    }

    /// <summary>Whether a proxy would have to implement the member, be it a method or not.</summary>
    private bool IsRemote(ISymbol member)
    {
        if (IsOwn(member) && member.Name.StartsWith("__Rpc", StringComparison.Ordinal) && !IsOurs(member))
        {
            _findings.Add(Rules.ReservedName, _places.Name(member), member.Name);
            return false;
        }

        if (member is not (IMethodSymbol { AssociatedSymbol: null } or IPropertySymbol or IEventSymbol) || IsExplicit(member))
        {
            return false;
        }

        if (!member.IsAbstract && !member.IsVirtual)
        {
            return false;
        }

        // One that is virtual may have been made abstract again, or two bases may disagree about it.
        bool asked = !member.IsStatic && member.Attribute(SymbolNames.MethodAttribute) is not null;
        return asked || _contract.FindImplementationForInterfaceMember(member) is null or { IsAbstract: true };
    }

    private bool IsSound(ISymbol member)
    {
        if (member.IsStatic)
        {
            _findings.Add(Rules.StaticAbstract, _places.Name(member), Show(member));
        }
        else if (member is not IMethodSymbol)
        {
            string kind = member is IEventSymbol ? "an event" : member is IPropertySymbol { IsIndexer: true } ? "an indexer" : "a property";
            _findings.Add(Rules.NotAMethod, _places.Name(member), Show(member), kind);
        }
        else if (member.DeclaredAccessibility is Accessibility.Protected or Accessibility.ProtectedAndInternal)
        {
            _findings.Add(Rules.InaccessibleMember, _places.Name(member), Show(member), "protected");
        }
        else if (!_compilation.IsSymbolAccessibleWithin(member, _contract))
        {
            _findings.Add(Rules.InaccessibleMember, _places.Name(member), Show(member), "internal to another assembly");
        }
        else
        {
            return true;
        }

        return false;
    }

    private static string Show(ISymbol member) => member.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    /// <summary>An analyzer sees the contract after it was completed.</summary>
    private static bool IsOurs(ISymbol member) =>
        member.Attribute("System.CodeDom.Compiler.GeneratedCodeAttribute") is { ConstructorArguments: [{ Value: "RpcWss.Generators" }, _] };

    private bool IsOwn(ISymbol member) => SymbolEqualityComparer.Default.Equals(member.ContainingType, _contract);

    private static bool IsExplicit(ISymbol member) => member switch
    {
        IMethodSymbol method => !method.ExplicitInterfaceImplementations.IsEmpty,
        IPropertySymbol property => !property.ExplicitInterfaceImplementations.IsEmpty,
        IEventSymbol raised => !raised.ExplicitInterfaceImplementations.IsEmpty,
        _ => false,
    };
}
