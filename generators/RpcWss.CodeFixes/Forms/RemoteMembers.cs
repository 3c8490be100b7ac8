using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RpcWss.CodeFixes.Editing;
using RpcWss.Generators.Contracts;

namespace RpcWss.CodeFixes.Forms;

/// <summary>The methods that do what a property, an indexer or an event does.</summary>
internal sealed class RemoteMembers(RemoteTypes types, Spelling spelling)
{
    /// <summary>None where the type of the member cannot be sent.</summary>
    public IReadOnlyList<MethodDeclarationSyntax> Of(ISymbol member) => member switch
    {
        _ when types.CancellationToken is null => [],
        IPropertySymbol property => [.. OfProperty(property)],
        IEventSymbol raised => [.. OfEvent(raised)],
        _ => [],
    };

    private IEnumerable<MethodDeclarationSyntax> OfProperty(IPropertySymbol property)
    {
        if (types.Result(property.Type) is not { } result)
        {
            yield break;
        }

        string name = property.IsIndexer ? "Item" : property.Name;
        var index = property.Parameters.Select(parameter => Signatures.Parameter(parameter.Name, parameter.Type, spelling)).ToList();
        if (property.GetMethod is not null)
        {
            yield return Method(property, $"Get{name}Async", result, index);
        }

        if (property.SetMethod is not null && types.Awaited(property.Type) is { SpecialType: not SpecialType.System_Void } value && types.TaskOf(types.Void) is { } done)
        {
            yield return Method(property, $"Set{name}Async", done, [.. index, Signatures.Parameter("value", value, spelling)]);
        }
    }

    /// <summary>What is raised becomes an item. Where nothing is told but that it happened, an item is the time at which it did.</summary>
    private IEnumerable<MethodDeclarationSyntax> OfEvent(IEventSymbol raised)
    {
        if (raised.Type is not INamedTypeSymbol { DelegateInvokeMethod: { } handler })
        {
            yield break;
        }

        var told = handler.Parameters
            .Where((parameter, index) => !(index == 0 && parameter.Type.SpecialType == SpecialType.System_Object) && !parameter.Type.Is("System.EventArgs"))
            .Select(parameter => (parameter.Type, (string?)parameter.Name))
            .ToList();
        var item = told.Count == 0 ? types.Named("System.DateTimeOffset") : types.Together(told);
        if (item is not null && types.Items(item) is { } items)
        {
            yield return Method(raised, $"Watch{raised.Name}Async", items, []);
        }
    }

    private MethodDeclarationSyntax Method(ISymbol member, string name, ITypeSymbol result, IEnumerable<ParameterSyntax> parameters)
    {
        string free = name;
        for (int number = 2; !member.ContainingType.GetMembers(free).IsEmpty; number++)
        {
            free = FreeNames.Numbered(name, number);
        }

        return Signatures.Method(free, result, parameters.Append(Signatures.Token("cancellationToken", types.CancellationToken!, spelling)), spelling);
    }
}
