using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RpcWss.Generators.Contracts;
using RpcWss.Generators.Model;

namespace RpcWss.CodeFixes.Forms;

/// <summary>What a contract has in the place of a type that does not cross the wire as it is.</summary>
internal sealed class RemoteTypes(Compilation compilation)
{
    private const string Tasks = "System.Threading.Tasks.";

    public INamedTypeSymbol? CancellationToken { get; } = compilation.GetTypeByMetadataName(SymbolNames.CancellationToken);

    public ITypeSymbol Void { get; } = compilation.GetSpecialType(SpecialType.System_Void);

    public static bool IsTask(ITypeSymbol type) =>
        type.Is(Tasks + "Task") || type.Is(Tasks + "Task`1") || type.Is(Tasks + "ValueTask") || type.Is(Tasks + "ValueTask`1");

    /// <summary>A task of a value, or of none for <c>void</c>: a <c>Task</c> where <paramref name="like"/> is one, else a <c>ValueTask</c>.</summary>
    public ITypeSymbol? TaskOf(ITypeSymbol value, ITypeSymbol? like = null)
    {
        string name = like is { Name: "Task" } ? "Task" : "ValueTask";
        return value.SpecialType == SpecialType.System_Void
            ? compilation.GetTypeByMetadataName(Tasks + name)
            : compilation.GetTypeByMetadataName(Tasks + name + "`1")?.Construct([value], [value.NullableAnnotation]);
    }

    public ITypeSymbol? Items(ITypeSymbol item) => Closed("System.Collections.Generic.IAsyncEnumerable`1", item);

    public ITypeSymbol? Progress(ITypeSymbol item) => Closed("System.IProgress`1", item);

    public ITypeSymbol? Named(string metadataName) => compilation.GetTypeByMetadataName(metadataName);

    /// <summary>A tuple of values; one is itself, and none is <c>void</c>.</summary>
    public ITypeSymbol Together(IReadOnlyList<(ITypeSymbol Type, string? Name)> values) => values switch
    {
        [] => Void,
        [var (only, _)] => only,
        _ => compilation.CreateTupleTypeSymbol([.. values.Select(value => value.Type)], [.. values.Select(value => value.Name)],
            elementNullableAnnotations: [.. values.Select(value => value.Type.NullableAnnotation)]),
    };

    /// <summary>What a method of this type returns when it is called from afar; null where that is its author's choice.</summary>
    public ITypeSymbol? Result(ITypeSymbol type)
    {
        while (IsTask(type) && type is INamedTypeSymbol { TypeArguments: [var inner] } && IsTask(inner))
        {
            type = inner;
        }

        return IsTask(type) || Streams.FormOf(type) == StreamForm.Items ? type : Awaited(type) is { } value ? TaskOf(value) : null;
    }

    /// <summary>The data in what is awaited, however deep; null where there is something that is no data.</summary>
    public ITypeSymbol? Awaited(ITypeSymbol type)
    {
        if (type.SpecialType == SpecialType.System_Void)
        {
            return type;
        }

        if (IsTask(type))
        {
            return type is INamedTypeSymbol { TypeArguments: [var value] } ? Awaited(value) : Void;
        }

        if (AwaitedByPattern(type) is { } result)
        {
            return Awaited(result);
        }

        if (type is INamedTypeSymbol { IsTupleType: true } tuple)
        {
            return AwaitedTogether(tuple);
        }

        if (type is IArrayTypeSymbol { Rank: 1 } array)
        {
            return Awaited(array.ElementType) is not { } element ? null
                : SymbolEqualityComparer.Default.Equals(element, array.ElementType) ? array
                : element.SpecialType == SpecialType.System_Void ? element
                : compilation.CreateArrayTypeSymbol(element, 1, element.NullableAnnotation);
        }

        return type.TypeKind == TypeKind.Error || TypeFlaws.Of(type) is not null ? null : type;
    }

    private ITypeSymbol? AwaitedTogether(INamedTypeSymbol tuple)
    {
        var values = new List<(ITypeSymbol, string?)>();
        foreach (var element in tuple.TupleElements)
        {
            if (Awaited(element.Type) is not { } value)
            {
                return null;
            }

            if (value.SpecialType != SpecialType.System_Void)
            {
                values.Add((value, element.IsExplicitlyNamedTupleElement ? element.Name : null));
            }
        }

        return Together(values);
    }

    private static ITypeSymbol? AwaitedByPattern(ITypeSymbol type)
    {
        foreach (var member in type.GetMembers("GetAwaiter"))
        {
            if (member is IMethodSymbol { Parameters.IsEmpty: true } getAwaiter)
            {
                return getAwaiter.ReturnType.GetMembers("GetResult").OfType<IMethodSymbol>().FirstOrDefault()?.ReturnType;
            }
        }

        return null;
    }

    private ITypeSymbol? Closed(string metadataName, ITypeSymbol item) =>
        compilation.GetTypeByMetadataName(metadataName)?.Construct([item], [item.NullableAnnotation]);
}
