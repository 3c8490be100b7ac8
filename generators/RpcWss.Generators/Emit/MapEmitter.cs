using RpcWss.Generators.Model;

namespace RpcWss.Generators.Emit;

/// <summary>Prints the formatters of dictionaries.</summary>
internal static class MapEmitter
{
    public static void Emit(CodeWriter code, MapData data)
    {
        EmitWrite(code, data);
        code.Blank();
        string types = $"{data.KeyType}, {data.ValueType}";
        DataEmitter.OpenRead(code, data.Type, isReference: true);
        code.Line("int count = reader.ReadMapHeader();");
        Hashing.EmitLimit(code, data.Hashing);
        code.Line($"var items = new global::System.Collections.Generic.Dictionary<{types}>(");
        code.Indent();
        code.Line($"{Names.Format}.Capacity<global::System.Collections.Generic.KeyValuePair<{types}>>(count){Hashing.Comparer(data.Hashing, data.Key, data.KeyType)});");
        code.Unindent();
        code.Open("for (int index = 0; index < count; index++)");
        code.Line($"var key = {ValueText.Read(data.Key)};");
        code.Line($"items.Add(key, {ValueText.Read(data.Value)});");
        code.CloseApart();
        code.Line("reader.Depth--;");
        code.Line("return items;");
        code.Close();
    }

    private static void EmitWrite(CodeWriter code, MapData data)
    {
        var names = new NameScope(["writer", "value", "entry"]);
        DataEmitter.OpenWrite(code, data.Type, isReference: true);
        code.Line("writer.WriteMapHeader(value.Count);");
        code.Open("foreach (var entry in value)");
        ValueText.Write(code, data.Key, "entry.Key", names);
        ValueText.Write(code, data.Value, "entry.Value", names);
        code.Close();
        code.Close();
    }
}
