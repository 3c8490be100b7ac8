using RpcWss.Generators.Model;

namespace RpcWss.Generators.Emit;

/// <summary>Prints the formatters of arrays, lists and sets.</summary>
internal static class SequenceEmitter
{
    public static void Emit(CodeWriter code, SequenceData data)
    {
        EmitWrite(code, data);
        code.Blank();
        DataEmitter.OpenRead(code, data.Type, isReference: true);
        code.Line("int count = reader.ReadArrayHeader();");
        if (data.Kind is SequenceKind.Array or SequenceKind.CountedArray or SequenceKind.Enumerable)
        {
            EmitReadArray(code, data);
        }
        else
        {
            EmitReadList(code, data);
        }

        code.Line("reader.Depth--;");
        code.Line("return items;");
        code.Close();
    }

    private static void EmitWrite(CodeWriter code, SequenceData data)
    {
        DataEmitter.OpenWrite(code, data.Type, isReference: true);
        string items = "value";
        if (data.Kind == SequenceKind.Enumerable)
        {
            // What does not know its count is enumerated once, to find out.
            items = "items";
            code.Line($"var items = value as global::System.Collections.Generic.ICollection<{data.ElementType}> ?? new global::System.Collections.Generic.List<{data.ElementType}>(value);");
        }

        code.Line($"writer.WriteArrayHeader({items}.{(data.Kind == SequenceKind.Array ? "Length" : "Count")});");
        code.Open($"foreach (var item in {items})");
        ValueText.Write(code, data.Element, "item", new NameScope(["writer", "value", "items", "item"]));
        code.Close();
        code.Close();
    }

    private static void EmitReadArray(CodeWriter code, SequenceData data)
    {
        code.Line($"var items = {Names.Format}.NewArray<{data.ElementType}>(count);");
        code.Open("for (int index = 0; index < count; index++)");
        code.Open("if (index == items.Length)");
        code.Line($"{Names.Format}.Grow(ref items, count);");
        code.CloseApart();
        code.Line($"items[index] = {ValueText.Read(data.Element)};");
        code.CloseApart();
    }

    private static void EmitReadList(CodeWriter code, SequenceData data)
    {
        string capacity = $"{Names.Format}.Capacity<{data.ElementType}>(count)";
        if (data.Kind == SequenceKind.Set)
        {
            Hashing.EmitLimit(code, data.Hashing);
            code.Line($"var items = new global::System.Collections.Generic.HashSet<{data.ElementType}>({capacity}{Hashing.Comparer(data.Hashing, data.Element, data.ElementType)});");
        }
        else
        {
            code.Line($"var items = new global::System.Collections.Generic.List<{data.ElementType}>({capacity});");
        }

        code.Open("for (int index = 0; index < count; index++)");
        code.Line($"items.Add({ValueText.Read(data.Element)});");
        code.CloseApart();
    }
}
