using Microsoft.CodeAnalysis;
using RpcWss.Generators.Diagnostics;
using RpcWss.Generators.Model;

namespace RpcWss.Generators.Contracts;

/// <summary>Finds out what a remote method gives back, or says why that cannot cross the wire.</summary>
internal sealed class ResultParser(Mentions mentions, DataParser data, StreamParser streams, FindingList findings, Places places)
{
    public MethodResult? Parse(IMethodSymbol method, bool oneWay)
    {
        if (method.RefKind == RefKind.None && Streams.Is(method.ReturnType))
        {
            return Streaming(method, method.ReturnType, inTask: false, isTask: false);
        }

        var type = method.ReturnType as INamedTypeSymbol;
        if (method.RefKind != RefKind.None || type is null || !IsTask(type))
        {
            ReportReturnType(method, method.ReturnType);
            return null;
        }

        bool isTask = type.Name == "Task";
        if (type.TypeArguments is not [var resultType])
        {
            streams.CheckNone(method);
            return new MethodResult(isTask, null, "", null);
        }

        if (Streams.Is(resultType))
        {
            return Streaming(method, resultType, inTask: true, isTask);
        }

        if (oneWay)
        {
            findings.Add(Rules.OneWayResult, places.ReturnType(method), Show(method), Show(method.ReturnType));
            return null;
        }

        if (IsTask(resultType))
        {
            ReportReturnType(method, resultType);
            return null;
        }

        if (data.Value(resultType, places.ReturnType(method), Subject.Result(method)) is not { } value)
        {
            return null;
        }

        streams.CheckNone(method);
        return new MethodResult(isTask, value, mentions.Annotated(resultType), null);
    }

    private MethodResult? Streaming(IMethodSymbol method, ITypeSymbol type, bool inTask, bool isTask) =>
        streams.Result(method, type, inTask) is { } stream ? new MethodResult(isTask, null, "", stream) : null;

    private void ReportReturnType(IMethodSymbol method, ITypeSymbol offending)
    {
        if (offending.TypeKind == TypeKind.Error)
        {
            findings.GiveUp();
            return;
        }

        string instead = method.ReturnsVoid ? "ValueTask or Task"
            : IsTask(offending) ? $"one task, so write '{Show(offending)}'"
            : offending.GetMembers("GetAwaiter").IsEmpty && TypeFlaws.Of(offending) is null ? $"a task of that, so write 'ValueTask<{Show(offending)}>'"
            : "ValueTask, ValueTask<T>, Task, Task<T> or IAsyncEnumerable<T>";
        findings.Add(Rules.ReturnType, places.ReturnType(method), Show(method), Show(method.ReturnType), instead);
    }

    private static bool IsTask(ITypeSymbol type) =>
        type.Is("System.Threading.Tasks.Task") || type.Is("System.Threading.Tasks.Task`1")
        || type.Is("System.Threading.Tasks.ValueTask") || type.Is("System.Threading.Tasks.ValueTask`1");

    private static string Show(ISymbol symbol) => symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
}

/// <summary>What a method gives back: a value, a stream or neither.</summary>
internal sealed record MethodResult(bool IsTask, ValueModel? Value, string Type, StreamModel? Stream);
