using Microsoft.CodeAnalysis;
using RpcWss.CodeFixes.Forms;
using RpcWss.Generators.Contracts;
using RpcWss.Generators.Model;

namespace RpcWss.CodeFixes.Streaming;

/// <summary>The stream that a contract carries in the place of one that it does not, where the direction stays and there is one choice.</summary>
internal sealed class CarriedStreams(RemoteTypes types)
{
    private const string Stream = "System.IO.Stream";
    private const string Reader = "System.IO.Pipelines.PipeReader";

    public ITypeSymbol? Parameter(ITypeSymbol type) =>
        Carried(type, isResult: false)?.WithNullableAnnotation(type.NullableAnnotation);

    public ITypeSymbol? Result(ITypeSymbol type)
    {
        bool inTask = RemoteTypes.IsTask(type);
        var stream = inTask && type is INamedTypeSymbol { TypeArguments: [var inner] } ? inner : type;
        return Carried(stream, isResult: true)?.WithNullableAnnotation(NullableAnnotation.NotAnnotated) is not { } carried ? null
            : Streams.FormOf(carried) == StreamForm.Items ? carried
            : types.TaskOf(carried, like: inTask ? type : null);
    }

    private ITypeSymbol? Carried(ITypeSymbol type, bool isResult)
    {
        for (var at = type as INamedTypeSymbol; at is not null; at = at.BaseType)
        {
            if (Instead(at, isResult) is { } carried)
            {
                return carried;
            }
        }

        return type.AllInterfaces.Select(at => Instead(at, isResult)).FirstOrDefault(static carried => carried is not null);
    }

    private ITypeSymbol? Instead(INamedTypeSymbol type, bool isResult)
    {
        if (type.TypeArguments is [var item] && Streams.Is(item))
        {
            return null;
        }

        return type.MetadataName() switch
        {
            "System.Collections.Generic.IAsyncEnumerable`1" or "System.Collections.Generic.IAsyncEnumerator`1" or "System.IObservable`1"
                or "System.Threading.Channels.ChannelReader`1" => types.Items(type.TypeArguments[0]),
            "System.IProgress`1" or "System.Progress`1" => isResult ? types.Items(type.TypeArguments[0]) : types.Progress(type.TypeArguments[0]),
            "System.IObserver`1" when !isResult => types.Progress(type.TypeArguments[0]),
            Stream => types.Named(Stream),
            Reader or "System.IO.Pipelines.Pipe" => types.Named(Reader),
            _ => null,
        };
    }
}
