using Microsoft.CodeAnalysis;

namespace RpcWss.Generators.Contracts;

/// <summary>Recognizes types that stand for many values, or for bytes without end.</summary>
internal static class Streams
{
    private static readonly HashSet<string> _types = new(StringComparer.Ordinal)
    {
        "System.Collections.Generic.IAsyncEnumerable`1",
        "System.IO.Stream",
        "System.IO.Pipelines.PipeReader",
        "System.IO.Pipelines.PipeWriter",
        "System.IO.Pipelines.IDuplexPipe",
        "System.Threading.Channels.ChannelReader`1",
        "System.Threading.Channels.ChannelWriter`1",
        "System.IObservable`1",
    };

    public static bool Is(ITypeSymbol type)
    {
        for (var at = type as INamedTypeSymbol; at is not null; at = at.BaseType)
        {
            if (_types.Contains(at.MetadataName()))
            {
                return true;
            }
        }

        return false;
    }
}
