using System.Globalization;
using RpcWss.Generators.Model;

namespace RpcWss.Generators.Emit;

/// <summary>Prints what a proxy and a dispatcher do with the streams of a method.</summary>
internal static class StreamEmitter
{
    /// <summary>Prints the statements of a proxy that add its stream arguments to the call.</summary>
    public static void EmitAdding(CodeWriter code, MethodModel method, List<string> locals)
    {
        for (int index = 0; index < locals.Count; index++)
        {
            switch (method.Parameters[index].Stream)
            {
                case { Form: StreamForm.Items } items:
                    code.Line($"call.AddItems({locals[index]},");
                    LambdaText.EmitWriter(code, items.Item!, items.ItemType);
                    break;
                case { Form: StreamForm.Progress } progress:
                    code.Line($"call.AddProgress<{progress.ItemType}>({locals[index]}, {LambdaText.Reader(progress.Item!, progress.ItemType)});");
                    break;
                case { Form: StreamForm.Bytes }:
                    code.Line($"call.AddBytes({locals[index]});");
                    break;
                case { Form: StreamForm.Pipe }:
                    code.Line($"call.AddPipe({locals[index]});");
                    break;
            }
        }
    }

    /// <summary>What a proxy calls, of the call that it began, to send it and get the stream of its result.</summary>
    public static string Opening(StreamModel stream, string token) => stream.Form switch
    {
        StreamForm.Items => $"OpenItems({LambdaText.Reader(stream.Item!, stream.ItemType)}, {token})",
        StreamForm.Pipe => $"OpenPipeAsync({token})",
        _ => $"OpenBytesAsync({token})",
    };

    /// <summary>Prints the statements of a dispatcher that take the streams which its service gets; they are numbered from 1.</summary>
    public static void EmitTaking(CodeWriter code, MethodModel method, List<string> locals)
    {
        int last = 0;
        for (int index = 0; index < locals.Count; index++)
        {
            if (method.Parameters[index].Stream is { } stream)
            {
                last++;
                EmitTaking(code, stream, locals[index], last.ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>Prints the end of a dispatcher's method whose service returns a stream.</summary>
    public static void EmitCompletion(CodeWriter code, StreamModel stream, string call)
    {
        switch (stream.Form)
        {
            case StreamForm.Items:
                code.Line($"return call.CompleteItemsAsync({call},");
                LambdaText.EmitWriter(code, stream.Item!, stream.ItemType);
                break;
            case StreamForm.Pipe:
                code.Line($"return call.CompletePipeAsync({call});");
                break;
            default:
                code.Line($"return call.CompleteBytesAsync({call});");
                break;
        }
    }

    private static void EmitTaking(CodeWriter code, StreamModel stream, string local, string number)
    {
        switch (stream.Form)
        {
            case StreamForm.Items:
                code.Line($"var {local} = call.ReadItems<{stream.ItemType}>({number}, {LambdaText.Reader(stream.Item!, stream.ItemType)});");
                break;
            case StreamForm.Progress:
                code.Line($"var {local} = call.ReportProgress<{stream.ItemType}>({number},");
                LambdaText.EmitWriter(code, stream.Item!, stream.ItemType);
                break;
            case StreamForm.Bytes:
                code.Line($"var {local} = call.ReadBytes({number});");
                break;
            case StreamForm.Pipe:
                code.Line($"var {local} = call.ReadPipe({number});");
                break;
        }
    }
}
