using RpcWss.Generators.Model;

namespace RpcWss.Generators.Emit;

/// <summary>Prints the formatters of lookups and of their groups.</summary>
internal static class LookupEmitter
{
    public static void Emit(CodeWriter code, LookupData data)
    {
        DataEmitter.OpenWrite(code, data.Type, isReference: true);
        code.Line("writer.WriteArrayHeader(value.Count);");
        code.Open("foreach (var item in value)");
        ValueText.Write(code, data.Group, "item", new NameScope(["writer", "value", "item"]));
        code.Close();
        code.CloseApart();
        DataEmitter.OpenRead(code, data.Type, isReference: true);
        code.Line("int count = reader.ReadArrayHeader();");
        Hashing.EmitLimit(code, data.Hashing);
        SequenceEmitter.EmitReadItems(code, data.Group, data.GroupType);
        code.Line("reader.Depth--;");
        string comparer = Hashing.Comparer(data.Hashing, data.Key, data.KeyType);
        code.Line($"return {Names.Format}.ToLookup(items, {(comparer.Length > 0 ? comparer.Substring(2) : "null")});");
        code.Close();
    }

    public static void Emit(CodeWriter code, GroupingData data)
    {
        var names = new NameScope(["writer", "value"]);
        DataEmitter.OpenWrite(code, data.Type, isReference: true);
        code.Line("writer.WriteArrayHeader(2);");
        ValueText.Write(code, data.Key, "value.Key", names);
        ValueText.Write(code, data.Items, "value", names);
        code.CloseApart();
        DataEmitter.OpenRead(code, data.Type, isReference: true);
        code.Line($"{Names.Format}.RequireLength(reader.ReadArrayHeader(), 2);");
        code.Line($"var key = {ValueText.Read(data.Key)};");
        code.Line($"var items = {ValueText.Read(data.Items)};");
        code.Line("reader.Depth--;");
        code.Line($"return {Names.Format}.ToGroup<{data.KeyType}, {data.ItemType}>(key, items);");
        code.Close();
    }
}
