using RpcWss.Generators.Model;

namespace RpcWss.Generators.Emit;

/// <summary>Prints the formatters of arrays, lists, sets and all other sequences.</summary>
internal static class SequenceEmitter
{
    public static void Emit(CodeWriter code, SequenceData data)
    {
        var form = SequenceForm.Of(data.Kind);
        EmitWrite(code, data, form);
        code.Blank();
        DataEmitter.OpenRead(code, data.Type, data.IsReference ? "null" : "default");
        code.Line("int count = reader.ReadArrayHeader();");
        if (data.Kind is SequenceKind.List or SequenceKind.CountedList or SequenceKind.Set)
        {
            EmitReadList(code, data);
        }
        else
        {
            Hashing.EmitLimit(code, data.Hashing);
            EmitReadItems(code, data.Element, data.ElementType);
        }

        code.Line("reader.Depth--;");
        string comparer = Hashing.Comparer(data.Hashing, data.Element, data.ElementType) is { Length: > 0 } named ? named.Substring(2) : "null";
        code.Line($"return {form.Made.Replace("{T}", data.ElementType).Replace("{C}", comparer)};");
        code.Close();
    }

    /// <summary>Prints how <c>count</c> items are read into the array <c>items</c>, which grows as they arrive.</summary>
    public static void EmitReadItems(CodeWriter code, ValueModel element, string elementType)
    {
        code.Line($"var items = {Names.Format}.NewArray<{elementType}>(count);");
        code.Open("for (int index = 0; index < count; index++)");
        code.Open("if (index == items.Length)");
        code.Line($"{Names.Format}.Grow(ref items, count);");
        code.CloseApart();
        code.Line($"items[index] = {ValueText.Read(element)};");
        code.CloseApart();
    }

    private static void EmitWrite(CodeWriter code, SequenceData data, SequenceForm form)
    {
        DataEmitter.OpenWrite(code, data.Type, form.Nil);
        string items = "value";
        if (form.Items != items)
        {
            items = "items";
            code.Line($"var items = {form.Items.Replace("{T}", data.ElementType)};");
        }

        code.Line($"writer.WriteArrayHeader({items}.{form.Count});");
        code.Open($"foreach (var item in {items})");
        ValueText.Write(code, data.Element, "item", new NameScope(["writer", "value", "items", "item"]));
        code.Close();
        code.Close();
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
