using RpcWss.Generators.Model;

namespace RpcWss.Generators.Emit;

/// <summary>Prints the formatters of dictionaries.</summary>
internal static class MapEmitter
{
    public static void Emit(CodeWriter code, MapData data)
    {
        var form = MapForm.Of(data.Kind);
        EmitWrite(code, data, form);
        code.Blank();
        string types = $"{data.KeyType}, {data.ValueType}";
        string comparer = Hashing.Comparer(data.Hashing, data.Key, data.KeyType);
        DataEmitter.OpenRead(code, data.Type, isReference: true);
        code.Line("int count = reader.ReadMapHeader();");
        Hashing.EmitLimit(code, data.Hashing);
        if (form.IsHashed)
        {
            code.Line($"var items = new {form.Collected}<{types}>(");
            code.Indent();
            code.Line($"{Names.Format}.Capacity<global::System.Collections.Generic.KeyValuePair<{types}>>(count){comparer});");
            code.Unindent();
        }
        else
        {
            code.Line($"var items = new {form.Collected}<{types}>();");
        }

        code.Open("for (int index = 0; index < count; index++)");
        code.Line($"var key = {ValueText.Read(data.Key)};");
        code.Line($"items.Add(key, {ValueText.Read(data.Value)});");
        code.CloseApart();
        code.Line("reader.Depth--;");
        code.Line($"return {form.Made.Replace("{T}", types).Replace("{C}", comparer.Length > 0 ? comparer.Substring(2) : "null")};");
        code.Close();
    }

    private static void EmitWrite(CodeWriter code, MapData data, MapForm form)
    {
        var names = new NameScope(["writer", "value", "entry", "items"]);
        DataEmitter.OpenWrite(code, data.Type, isReference: true);
        string items = "value";
        if (form.Items != items)
        {
            items = "items";
            code.Line($"var items = {form.Items};");
        }

        code.Line($"writer.WriteMapHeader({items}.{form.Count});");
        code.Open($"foreach (var entry in {items})");
        ValueText.Write(code, data.Key, "entry.Key", names);
        ValueText.Write(code, data.Value, "entry.Value", names);
        code.Close();
        code.Close();
    }
}
