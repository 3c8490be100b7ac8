using RpcWss.Generators.Model;

namespace RpcWss.Generators.Emit;

/// <summary>Prints the way to a formatter of the user's.</summary>
internal static class CustomEmitter
{
    private const string Options = "global::MessagePack.MessagePackSerializerOptions.Standard";

    public static void Emit(CodeWriter code, CustomData data)
    {
        code.Line($"private static readonly global::MessagePack.Formatters.IMessagePackFormatter<{data.Type}> _formatter = {data.Formatter};");
        code.Blank();
        code.Open($"public static void Write(ref {Names.Writer} writer, {data.Type} value)");
        code.Line($"_formatter.Serialize(ref writer, value, {Options});");
        code.CloseApart();
        code.Open($"public static {data.Type} Read(ref {Names.Reader} reader)");
        code.Line($"{Names.Format}.Enter(ref reader);");
        code.Line($"var value = _formatter.Deserialize(ref reader, {Options});");
        code.Line("reader.Depth--;");
        code.Line("return value;");
        code.Close();
    }
}
