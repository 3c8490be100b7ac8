using RpcWss.Generators.Model;

namespace RpcWss.Generators.Emit;

/// <summary>Prints the formatters of tuples, classes and values, and of key-value pairs.</summary>
internal static class TupleEmitter
{
    public static void Emit(CodeWriter code, TupleData data)
    {
        DataEmitter.OpenWrite(code, data.Type, data.IsReference);
        var names = new NameScope(["writer", "value"]);
        code.Line($"writer.WriteArrayHeader({data.Items.Count});");
        foreach (var item in data.Items)
        {
            ValueText.Write(code, item.Value, $"value.{item.Member}", names);
        }

        code.CloseApart();
        DataEmitter.OpenRead(code, data.Type, data.IsReference);
        code.Line($"{Names.Format}.RequireLength(reader.ReadArrayHeader(), {data.Items.Count});");
        var locals = new List<string>();
        foreach (var item in data.Items)
        {
            string local = char.ToLowerInvariant(item.Member[0]) + item.Member.Substring(1);
            locals.Add(local);
            code.Line($"var {local} = {ValueText.Read(item.Value)};");
        }

        code.Line("reader.Depth--;");
        code.Line($"return new {data.Type}({string.Join(", ", locals)});");
        code.Close();
    }
}
