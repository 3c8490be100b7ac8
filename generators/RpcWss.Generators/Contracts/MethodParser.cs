using Microsoft.CodeAnalysis;
using RpcWss.Generators.Diagnostics;
using RpcWss.Generators.Model;

namespace RpcWss.Generators.Contracts;

/// <summary>Turns a remote method into a model, or says what about its signature cannot cross the wire.</summary>
/// <param name="maxPayloadSize">What the contract sets for the methods that set none themselves.</param>
internal sealed class MethodParser(Mentions mentions, DataParser data, int maxPayloadSize, FindingList findings, Places places)
{
    // Most types are those of many parameters.
    private readonly HashSet<ITypeSymbol> _notStreams = new(SymbolEqualityComparer.Default);
    private readonly StreamParser _streams = new(mentions, data, findings, places);

    public MethodModel? Parse(IMethodSymbol method)
    {
        if (method.IsGenericMethod)
        {
            findings.Add(Rules.GenericMethod, places.Name(method), Show(method));
            return null;
        }

        mentions.Use(method);
        var attribute = method.Attribute(SymbolNames.MethodAttribute);
        bool oneWay = attribute?.Named("OneWay") is { Value: true };
        int ownPayloadSize = StreamSettings.MaxPayloadSize(method, attribute, findings, places);
        var results = new ResultParser(mentions, data, _streams, findings, places);
        if (results.Parse(method, oneWay) is not { } result || ParametersOf(method) is not { } parameters)
        {
            return null;
        }

        var kind = KindOf(result.Stream is not null, parameters.Exists(static parameter => parameter.Role == ParameterRole.Stream), oneWay);
        if (oneWay && kind != CallKind.OneWay)
        {
            findings.Add(Rules.OneWayStream, places.Argument(method, attribute!, "OneWay"), Show(method));
            return null;
        }

        return new MethodModel(
            Mentions.Escape(method.Name),
            WireNames.Of(method),
            kind,
            WireShape.Hash(parameters, result, oneWay, data.Models),
            mentions.Annotated(method.ContainingType),
            mentions.Annotated(method.ReturnType),
            result.IsTask,
            result.Value,
            result.Type,
            result.Stream,
            ownPayloadSize != 0 ? ownPayloadSize : maxPayloadSize,
            Mentions.IsObsoleteError(method),
            new(parameters));
    }

    private static CallKind KindOf(bool streamsBack, bool streamsIn, bool oneWay) =>
        streamsBack && streamsIn ? CallKind.DuplexStreaming
        : streamsBack ? CallKind.ServerStreaming
        : streamsIn ? CallKind.ClientStreaming
        : oneWay ? CallKind.OneWay
        : CallKind.Unary;

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
                continue;
            }

            if (!_notStreams.Contains(parameter.Type) && Streams.Is(parameter.Type))
            {
                if (_streams.Parameter(parameter) is { } stream)
                {
                    parameters.Add(Unsent(parameter, ParameterRole.Stream, stream));
                }

                continue;
            }

            _notStreams.Add(parameter.Type);
            if (IsToken(parameter, hasToken) is { } isToken)
            {
                hasToken |= isToken;
                parameters.Add(Unsent(parameter, ParameterRole.CancellationToken));
            }
            else if (parameter.Type.Is(SymbolNames.CallContext))
            {
                if (hasContext)
                {
                    findings.Add(Rules.CallContexts, places.ParameterType(parameter), parameter.Name, Show(method));
                }

                hasContext = true;
                parameters.Add(Unsent(parameter, ParameterRole.CallContext));
            }
            else if (data.Value(parameter.Type, places.ParameterType(parameter), Subject.Parameter(parameter)) is { } value)
            {
                parameters.Add(Sent(parameter, value));
            }
        }

        if (parameters.Count != method.Parameters.Length)
        {
            return null;
        }

        for (int index = 0; index < parameters.Count; index++)
        {
            if (parameters[index].Stream is null)
            {
                _streams.CheckNone(method.Parameters[index]);
            }
        }

        return parameters;
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

    /// <summary>A parameter that is not among the arguments on the wire.</summary>
    private ParameterModel Unsent(IParameterSymbol parameter, ParameterRole role, StreamModel? stream = null) =>
        new(Mentions.Escape(parameter.Name), role, NullFlow.Attributes(parameter), mentions.Annotated(parameter.Type), null, stream, null, false);

    private ParameterModel Sent(IParameterSymbol parameter, ValueModel value)
    {
        bool defaultsToNull = parameter is { HasExplicitDefaultValue: true, ExplicitDefaultValue: null };
        bool refusesNull = value.IsReference && NullFlow.RefusesNull(parameter) && !defaultsToNull;
        return new ParameterModel(
            Mentions.Escape(parameter.Name), ParameterRole.Sent, NullFlow.Attributes(parameter), mentions.Annotated(parameter.Type),
            value, null, DefaultValues.Of(parameter, mentions.Annotated), refusesNull);
    }

    private static string Show(ISymbol symbol) => symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
}
