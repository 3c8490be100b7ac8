using Microsoft.CodeAnalysis;
using RpcWss.Generators.Diagnostics;
using RpcWss.Generators.Model;

namespace RpcWss.Generators.Contracts;

/// <summary>Turns a stream among the parameters, or as the result, into a model, or says what to write instead.</summary>
internal sealed class StreamParser(Mentions mentions, DataParser data, FindingList findings, Places places)
{
    private readonly StreamSettings _settings = new(findings, places);

    public StreamModel? Parameter(IParameterSymbol parameter)
    {
        var place = places.ParameterType(parameter);
        var user = Subject.Parameter(parameter);
        if (Flaw(parameter.Type) is { } instead)
        {
            findings.Add(Rules.NotACarriedStream, place, user, Show(parameter.Type), instead);
            return null;
        }

        var method = (IMethodSymbol)parameter.ContainingSymbol;
        return Model(parameter.Type, method, parameter.Attribute(SymbolNames.StreamAttribute), place, user);
    }

    /// <summary>The stream that a method returns, directly or in a task.</summary>
    public StreamModel? Result(IMethodSymbol method, ITypeSymbol stream, bool inTask)
    {
        var place = places.ReturnType(method);
        var user = Subject.Result(method);
        if ((Flaw(stream) ?? ResultFlaw(stream, inTask)) is { } instead)
        {
            findings.Add(Rules.NotACarriedStream, place, user, Show(method.ReturnType), instead);
            return null;
        }

        return Model(stream, method, method.ReturnAttribute(SymbolNames.StreamAttribute), place, user);
    }

    /// <summary>Refuses settings of streams on a parameter that is none.</summary>
    public void CheckNone(IParameterSymbol parameter) =>
        _settings.CheckNone((IMethodSymbol)parameter.ContainingSymbol, parameter.Attribute(SymbolNames.StreamAttribute), Subject.Parameter(parameter));

    /// <summary>Refuses settings of streams on a result that is none.</summary>
    public void CheckNone(IMethodSymbol method) =>
        _settings.CheckNone(method, method.ReturnAttribute(SymbolNames.StreamAttribute), Subject.Result(method));

    private StreamModel? Model(ITypeSymbol type, IMethodSymbol method, AttributeData? attribute, Place place, Subject user)
    {
        var form = Streams.FormOf(type)!.Value;
        ValueModel? item = null;
        string itemType = "";
        if (type is INamedTypeSymbol { TypeArguments: [var argument] })
        {
            item = data.Value(argument, place, user);
            itemType = mentions.Annotated(argument);
            if (item is null)
            {
                return null;
            }
        }

        if (form != StreamForm.Items)
        {
            _settings.CheckNone(method, attribute, user);
            attribute = null;
        }

        var (whenSlow, capacity) = form == StreamForm.Progress ? (SlowConsumer.LatestOnly, 1) : _settings.Of(method, attribute);
        return new StreamModel(form, whenSlow, capacity, item, itemType);
    }

    /// <summary>What to write in the place of a stream that is wrong everywhere.</summary>
    private static string? Flaw(ITypeSymbol type) => Streams.FormOf(type) switch
    {
        null => Streams.Instead(type),
        _ when ((INamedTypeSymbol)type).TypeArguments is [var item] && Streams.Is(item) => "a stream of data, and a method of its own for each stream within",
        _ => null,
    };

    private static string? ResultFlaw(ITypeSymbol type, bool inTask) => Streams.FormOf(type) switch
    {
        StreamForm.Items => inTask ? $"'{Bare(type)}', without a task" : null,
        StreamForm.Progress => "an 'IAsyncEnumerable' as the result, or take the 'IProgress' as a parameter",
        _ when !inTask => $"'ValueTask<{Bare(type)}>'",
        _ when type.NullableAnnotation == NullableAnnotation.Annotated => $"'{Bare(type)}', which is empty where there is nothing to send",
        _ => null,
    };

    private static string Bare(ITypeSymbol type) => Show(type.WithNullableAnnotation(NullableAnnotation.NotAnnotated));

    private static string Show(ISymbol symbol) => symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
}
