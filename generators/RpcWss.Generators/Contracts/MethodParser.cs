using Microsoft.CodeAnalysis;
using RpcWss.Generators.Diagnostics;
using RpcWss.Generators.Model;

namespace RpcWss.Generators.Contracts;

/// <summary>Turns a remote method into a model, or says what about its signature cannot cross the wire.</summary>
internal sealed class MethodParser(Mentions mentions, DataParser data, FindingList findings, Places places)
{
    public MethodModel? Parse(IMethodSymbol method)
    {
        if (method.IsGenericMethod)
        {
            findings.Add(Rules.GenericMethod, places.Name(method), Show(method));
            return null;
        }

        mentions.Use(method);
        bool oneWay = method.Attribute(SymbolNames.MethodAttribute)?.Named("OneWay") is { Value: true };
        if (ResultOf(method, oneWay) is not { } result || ParametersOf(method) is not { } parameters)
        {
            return null;
        }

        return new MethodModel(
            Mentions.Escape(method.Name),
            WireNames.Of(method),
            WireShape.Hash(Sent(parameters), result.Value, oneWay, data.Models),
            mentions.Annotated(method.ContainingType),
            mentions.Annotated(method.ReturnType),
            result.IsTask,
            result.Value,
            result.Type,
            oneWay,
            Mentions.IsObsoleteError(method),
            new(parameters));
    }

    private MethodResult? ResultOf(IMethodSymbol method, bool oneWay)
    {
        var type = (method.ReturnType as INamedTypeSymbol)!;
        bool isTask = type.Is("System.Threading.Tasks.Task") || type.Is("System.Threading.Tasks.Task`1");
        if (method.RefKind != RefKind.None || !(isTask || type.Is("System.Threading.Tasks.ValueTask") || type.Is("System.Threading.Tasks.ValueTask`1")))
        {
            ReportReturnType(method, method.ReturnType);
            return null;
        }

        if (type.TypeArguments is not [var resultType])
        {
            return new MethodResult(isTask, null, "");
        }

        if (oneWay)
        {
            findings.Add(Rules.OneWayResult, places.ReturnType(method), Show(method), Show(method.ReturnType));
            return null;
        }

        if (Streams.Is(resultType) || IsTask(resultType))
        {
            ReportReturnType(method, resultType);
            return null;
        }

        var value = data.Value(resultType, places.ReturnType(method), $"The result of '{Show(method)}'");
        return value is null ? null : new MethodResult(isTask, value, mentions.Annotated(resultType));
    }

    private void ReportReturnType(IMethodSymbol method, ITypeSymbol offending)
    {
        if (offending.TypeKind == TypeKind.Error)
        {
            findings.GiveUp();
            return;
        }

        if (Streams.Is(offending))
        {
            findings.Add(Rules.StreamNotSupported, places.ReturnType(method), Show(method), Show(offending));
            return;
        }

        string instead = method.ReturnsVoid ? "ValueTask or Task"
            : IsTask(offending) ? $"one task, so write '{Show(offending)}'"
            : offending.GetMembers("GetAwaiter").IsEmpty && TypeFlaws.Of(offending) is null ? $"a task of that, so write 'ValueTask<{Show(offending)}>'"
            : "ValueTask, ValueTask<T>, Task or Task<T>";
        findings.Add(Rules.ReturnType, places.ReturnType(method), Show(method), Show(method.ReturnType), instead);
    }

    private List<ParameterModel>? ParametersOf(IMethodSymbol method)
    {
        var parameters = new List<ParameterModel>();
        bool hasToken = false;
        bool hasContext = false;
        foreach (var parameter in method.Parameters)
        {
            if (parameter.RefKind != RefKind.None)
            {
                findings.Add(Rules.ByReference, places.Modifier(parameter), parameter.Name, Show(method));
            }
            else if (IsToken(parameter, hasToken) is { } isToken)
            {
                hasToken |= isToken;
                parameters.Add(Plain(parameter, ParameterRole.CancellationToken));
            }
            else if (parameter.Type.Is(SymbolNames.CallContext))
            {
                if (hasContext)
                {
                    findings.Add(Rules.CallContexts, places.ParameterType(parameter), parameter.Name, Show(method));
                }

                hasContext = true;
                parameters.Add(Plain(parameter, ParameterRole.CallContext));
            }
            else if (Streams.Is(parameter.Type))
            {
                findings.Add(Rules.StreamNotSupported, places.ParameterType(parameter), Show(method), Show(parameter.Type));
            }
            else if (data.Value(parameter.Type, places.ParameterType(parameter), $"The parameter '{parameter.Name}' of '{Show(method)}'") is { } value)
            {
                parameters.Add(Sent(parameter, value));
            }
        }

        return parameters.Count == method.Parameters.Length ? parameters : null;
    }

    /// <summary>Null when the parameter has nothing to do with cancellation; false when it is not the one token that a method may take.</summary>
    private bool? IsToken(IParameterSymbol parameter, bool another)
    {
        bool nullable = parameter.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } wrapped
            && wrapped.TypeArguments[0].Is(SymbolNames.CancellationToken);
        if (!nullable && !parameter.Type.Is(SymbolNames.CancellationToken))
        {
            return null;
        }

        if (nullable || another)
        {
            findings.Add(
                Rules.CancellationTokens, places.ParameterType(parameter), parameter.Name, Show(parameter.ContainingSymbol),
                nullable ? "a nullable token" : "a second token");
            return false;
        }

        return true;
    }

    private ParameterModel Plain(IParameterSymbol parameter, ParameterRole role) =>
        new(Mentions.Escape(parameter.Name), role, NullFlow.Attributes(parameter), mentions.Annotated(parameter.Type), null, null, false);

    private ParameterModel Sent(IParameterSymbol parameter, ValueModel value)
    {
        bool defaultsToNull = parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: null };
        bool refusesNull = value.IsReference && NullFlow.RefusesNull(parameter) && !defaultsToNull;
        return new ParameterModel(
            Mentions.Escape(parameter.Name), ParameterRole.Sent, NullFlow.Attributes(parameter), mentions.Annotated(parameter.Type),
            value, DefaultValues.Of(parameter, mentions.Annotated), refusesNull);
    }

    private static IEnumerable<ValueModel> Sent(List<ParameterModel> parameters)
    {
        foreach (var parameter in parameters)
        {
            if (parameter.Value is { } value)
            {
                yield return value;
            }
        }
    }

    private static bool IsTask(ITypeSymbol type) =>
        type.Is("System.Threading.Tasks.Task") || type.Is("System.Threading.Tasks.Task`1")
        || type.Is("System.Threading.Tasks.ValueTask") || type.Is("System.Threading.Tasks.ValueTask`1");

    private static string Show(ISymbol symbol) => symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);

    private sealed record MethodResult(bool IsTask, ValueModel? Value, string Type);
}
