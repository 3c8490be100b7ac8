using Microsoft.CodeAnalysis;
using RpcWss.Generators.Model;

namespace RpcWss.Generators.Contracts;

/// <summary>Recognizes types that stand for many values, or for bytes without end: those that a contract carries, and their relatives.</summary>
internal static class Streams
{
    private static readonly TypeTable<StreamForm> _carried = new()
    {
        ["System.Collections.Generic.IAsyncEnumerable`1"] = StreamForm.Items,
        ["System.IO.Stream"] = StreamForm.Bytes,
        ["System.IO.Pipelines.PipeReader"] = StreamForm.Pipe,
        ["System.IProgress`1"] = StreamForm.Progress,
    };

    /// <summary>What to write in the place of a type that no contract carries; <c>{0}</c> is its type argument.</summary>
    private static readonly TypeTable<string> _instead = new()
    {
        ["System.Collections.Generic.IAsyncEnumerator`1"] = "'IAsyncEnumerable<{0}>'",
        ["System.Threading.Channels.Channel`1"] = "an 'IAsyncEnumerable<{0}>' for each direction",
        ["System.Threading.Channels.Channel`2"] = "an 'IAsyncEnumerable<T>' for each direction",
        ["System.Threading.Channels.ChannelReader`1"] = "'IAsyncEnumerable<{0}>', which its ReadAllAsync gives",
        ["System.Threading.Channels.ChannelWriter`1"] = "'IAsyncEnumerable<{0}>' on the side that reads",
        ["System.IObservable`1"] = "'IAsyncEnumerable<{0}>'",
        ["System.IObserver`1"] = "'IProgress<{0}>', or an 'IAsyncEnumerable<{0}>' on the side that reads",
        ["System.Progress`1"] = "'IProgress<{0}>'",
        ["System.IO.Stream"] = "'Stream'",
        ["System.IO.Pipelines.PipeReader"] = "'PipeReader'",
        ["System.IO.Pipelines.PipeWriter"] = "'PipeReader' on the side that reads",
        ["System.IO.Pipelines.IDuplexPipe"] = "a 'PipeReader' for each direction",
        ["System.IO.Pipelines.Pipe"] = "'PipeReader'",
    };

    /// <summary>Whether a type is a stream or a relative of one, and so never data.</summary>
    public static bool Is(ITypeSymbol type) => FormOf(type) is not null || Instead(type) is not null;

    /// <summary>What a stream is; null for what no contract carries.</summary>
    public static StreamForm? FormOf(ITypeSymbol type) =>
        type is INamedTypeSymbol named && _carried.TryGet(named, out var form) ? form : null;

    /// <summary>
    /// What to write in the place of a stream that no contract carries, such as one of a class derived from <see cref="Stream"/>, or one that
    /// implements an interface of streams and does not say that it is data.
    /// </summary>
    public static string? Instead(ITypeSymbol type)
    {
        for (var at = type as INamedTypeSymbol; at is not null; at = at.BaseType)
        {
            if (InsteadOf(at) is { } instead)
            {
                return instead;
            }
        }

        if (type is not INamedTypeSymbol { SpecialType: SpecialType.None } named || MemberKeys.Source(named) is not null)
        {
            return null;
        }

        foreach (var at in named.AllInterfaces)
        {
            if ((FormOf(at) is null ? InsteadOf(at) : $"'{Show(at)}'") is { } instead)
            {
                return instead;
            }
        }

        return null;
    }

    private static string? InsteadOf(INamedTypeSymbol type) =>
        !_instead.TryGet(type, out string instead) ? null
        : type.TypeArguments is [var item] ? instead.Replace("{0}", Show(item))
        : instead;

    private static string Show(ISymbol symbol) => symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
}
