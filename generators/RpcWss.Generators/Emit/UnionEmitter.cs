using RpcWss.Generators.Model;

namespace RpcWss.Generators.Emit;

/// <summary>Prints the formatters of unions. The exact type decides: a class derived from a case is none.</summary>
internal static class UnionEmitter
{
    public static void Emit(CodeWriter code, UnionData data)
    {
        EmitWrite(code, data);
        code.Blank();
        DataEmitter.OpenRead(code, data.Type, isReference: true);
        code.Line($"{Names.Format}.RequireLength(reader.ReadArrayHeader(), 2);");
        code.Line($"{data.Type} value;");
        code.Line("int key = reader.ReadInt32();");
        code.Open("switch (key)");
        foreach (var item in data.Cases)
        {
            code.Line($"case {item.Key}:");
            code.Indent();
            code.Line($"value = {ValueText.Read(item.Value)};");
            code.Line("break;");
            code.Unindent();
        }

        code.Line("default:");
        code.Indent();
        code.Line($"throw {Names.Format}.UnknownCase(typeof({data.Type}), key);");
        code.Unindent();
        code.CloseApart();
        code.Line("reader.Depth--;");
        code.Line("return value;");
        code.Close();
    }

    private static void EmitWrite(CodeWriter code, UnionData data)
    {
        var names = new NameScope(["writer", "value", "type"]);
        DataEmitter.OpenWrite(code, data.Type, isReference: true);
        code.Line("var type = value.GetType();");
        string keyword = "if";
        foreach (var item in data.Cases)
        {
            code.Open($"{keyword} (type == typeof({item.Value.Type}))");
            code.Line("writer.WriteArrayHeader(2);");
            code.Line($"writer.Write({item.Key});");
            ValueText.Write(code, item.Value, $"({item.Value.Type})value", names);
            code.Close();
            keyword = "else if";
        }

        code.Open("else");
        code.Line($"throw {Names.Format}.NotACase(typeof({data.Type}), type);");
        code.Close();
        code.Close();
    }
}
