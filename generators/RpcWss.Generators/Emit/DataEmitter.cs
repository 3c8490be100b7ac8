using RpcWss.Generators.Model;

namespace RpcWss.Generators.Emit;

/// <summary>
/// Prints the formatter of a type: an internal static class with a method to write and one to read. Formatters know nothing of
/// nullable annotations, since null is a value like any other on the wire, so one serves all uses of its type.
/// </summary>
internal static class DataEmitter
{
    public static string Emit(DataModel data)
    {
        var code = FileText.Begin(data.Needs, "disable");
        code.Open($"namespace {data.Name.Namespace}");
        code.Line($"/// <summary>Writes and reads {Document(data.Type)}.</summary>");
        code.Line(Names.GeneratedCode);
        code.Line("[global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]");
        code.Open($"internal static class {data.Name.Class}");
        switch (data)
        {
            case SequenceData sequence:
                SequenceEmitter.Emit(code, sequence);
                break;
            case MapData map:
                MapEmitter.Emit(code, map);
                break;
            case TupleData tuple:
                TupleEmitter.Emit(code, tuple);
                break;
            case ObjectData item:
                ObjectEmitter.Emit(code, item);
                break;
            case UnionData union:
                UnionEmitter.Emit(code, union);
                break;
            case GridData grid:
                GridEmitter.Emit(code, grid);
                break;
            case LookupData lookup:
                LookupEmitter.Emit(code, lookup);
                break;
            case GroupingData grouping:
                LookupEmitter.Emit(code, grouping);
                break;
            case LazyData lazy:
                LazyEmitter.Emit(code, lazy);
                break;
            case CustomData custom:
                CustomEmitter.Emit(code, custom);
                break;
        }

        code.Close();
        code.Close();
        return code.ToString();
    }

    public static void OpenWrite(CodeWriter code, string type, bool isReference) => OpenWrite(code, type, isReference ? "value is null" : null);

    /// <summary>Begins the method that writes; <paramref name="nil"/> is the condition that nil stands for, if any does.</summary>
    public static void OpenWrite(CodeWriter code, string type, string? nil)
    {
        code.Open($"public static void Write(ref {Names.Writer} writer, {type} value)");
        if (nil is not null)
        {
            code.Open($"if ({nil})");
            code.Line("writer.WriteNil();");
            code.Line("return;");
            code.CloseApart();
        }
    }

    public static void OpenRead(CodeWriter code, string type, bool isReference) => OpenRead(code, type, isReference ? "null" : null);

    /// <summary>Begins the method that reads; <paramref name="nil"/> is what nil is read as, if it may come.</summary>
    public static void OpenRead(CodeWriter code, string type, string? nil)
    {
        code.Open($"public static {type} Read(ref {Names.Reader} reader)");
        if (nil is not null)
        {
            code.Open("if (reader.TryReadNil())");
            code.Line($"return {nil};");
            code.CloseApart();
        }

        code.Line($"{Names.Format}.Enter(ref reader);");
    }

    private static string Document(string type) => $"<c>{type.Replace("global::", "").Replace("<", "&lt;").Replace(">", "&gt;")}</c>";
}
