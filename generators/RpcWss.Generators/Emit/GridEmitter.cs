using RpcWss.Generators.Model;

namespace RpcWss.Generators.Emit;

/// <summary>Prints the formatters of arrays of several dimensions.</summary>
internal static class GridEmitter
{
    public static void Emit(CodeWriter code, GridData data)
    {
        DataEmitter.OpenWrite(code, data.Type, isReference: true);
        code.Line($"writer.WriteArrayHeader({data.Rank + 1});");
        for (int dimension = 0; dimension < data.Rank; dimension++)
        {
            code.Line($"writer.Write(value.GetLength({dimension}));");
        }

        code.Line("writer.WriteArrayHeader(value.Length);");
        code.Open("foreach (var item in value)");
        ValueText.Write(code, data.Element, "item", new NameScope(["writer", "value", "item"]));
        code.Close();
        code.CloseApart();
        EmitRead(code, data);
    }

    private static void EmitRead(CodeWriter code, GridData data)
    {
        DataEmitter.OpenRead(code, data.Type, isReference: true);
        code.Line($"{Names.Format}.RequireLength(reader.ReadArrayHeader(), {data.Rank + 1});");
        var lengths = new List<string>();
        for (int dimension = 0; dimension < data.Rank; dimension++)
        {
            lengths.Add($"length{dimension}");
            code.Line($"int length{dimension} = reader.ReadInt32();");
        }

        code.Line($"{Names.Format}.Enter(ref reader);");
        code.Line("int count = reader.ReadArrayHeader();");
        SequenceEmitter.EmitReadItems(code, data.Element, data.ElementType);
        code.Line("reader.Depth -= 2;");
        code.Line($"return {Names.Format}.Grid(items, {string.Join(", ", lengths)});");
        code.Close();
    }
}
