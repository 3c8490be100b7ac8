using RpcWss.Generators.Model;

namespace RpcWss.Generators.Emit;

/// <summary>Prints the formatters of lazy values: writing makes them, reading finds them made.</summary>
internal static class LazyEmitter
{
    public static void Emit(CodeWriter code, LazyData data)
    {
        DataEmitter.OpenWrite(code, data.Type, isReference: true);
        ValueText.Write(code, data.Value, "value.Value", new NameScope(["writer", "value"]));
        code.CloseApart();
        DataEmitter.OpenRead(code, data.Type, isReference: true);
        code.Line($"var value = {ValueText.Read(data.Value)};");
        code.Line("reader.Depth--;");
        // Named, since of a Lazy<bool> two constructors take a bool.
        code.Line($"return new {data.Type}(value: value);");
        code.Close();
    }
}
