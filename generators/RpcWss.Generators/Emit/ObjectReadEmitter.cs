using RpcWss.Generators.Model;

namespace RpcWss.Generators.Emit;

/// <summary>
/// Prints how an object is read. Keys that are not known are skipped; members whose keys are missing keep their defaults.
/// </summary>
internal static class ObjectReadEmitter
{
    public static void Emit(CodeWriter code, ObjectData data)
    {
        DataEmitter.OpenRead(code, data.Type, data.IsReference);
        code.Line($"int count = reader.Read{(data.IsMap ? "Map" : "Array")}Header();");
        var locals = IsSimple(data) ? null : Locals(data);
        if (locals is null)
        {
            code.Line($"var value = new {data.Type}();");
        }
        else
        {
            EmitLocals(code, data, locals);
        }

        if (data.IsMap)
        {
            EmitMapLoop(code, data, locals);
        }
        else
        {
            EmitLoop(code, data, locals);
        }

        if (locals is not null)
        {
            EmitConstruction(code, data, locals);
        }

        code.Line("reader.Depth--;");
        ObjectEmitter.EmitCallback(code, data, "OnAfterDeserialize");
        code.Line("return value;");
        code.Close();
    }

    /// <summary>Whether members can be set as they are read, on an object made beforehand.</summary>
    private static bool IsSimple(ObjectData data)
    {
        foreach (var member in data.Members)
        {
            if (member.Setting is not (MemberSetting.Assigned or MemberSetting.Accessed or MemberSetting.Computed))
            {
                return false;
            }
        }

        return data.RequiredIgnored.Count == 0;
    }

    private static Dictionary<int, string> Locals(ObjectData data)
    {
        var names = new NameScope(["reader", "count", "index", "key", "value", "fallback", .. Flags(data)]);
        var locals = new Dictionary<int, string>();
        foreach (var member in data.Members)
        {
            if (member.Setting != MemberSetting.Computed)
            {
                string bare = member.Name.TrimStart('@');
                locals.Add(member.Key, names.Take($"{char.ToLowerInvariant(bare[0])}{bare.Substring(1)}Value"));
            }
        }

        return locals;
    }

    private static void EmitLocals(CodeWriter code, ObjectData data, Dictionary<int, string> locals)
    {
        foreach (var member in data.Members)
        {
            if (!locals.TryGetValue(member.Key, out string? local))
            {
                continue;
            }

            string initial = "default";
            foreach (var argument in data.Arguments)
            {
                initial = argument.Key == member.Key && argument.Default is { } value ? value : initial;
            }

            code.Line($"{member.Type} {local} = {initial};");
            if (NeedsFlag(data, member))
            {
                code.Line($"bool {Flag(member)} = false;");
            }
        }
    }

    private static void EmitLoop(CodeWriter code, ObjectData data, Dictionary<int, string>? locals)
    {
        code.Open("for (int key = 0; key < count; key++)");
        code.Open("switch (key)");
        foreach (var member in data.Members)
        {
            if (member.Setting == MemberSetting.Computed)
            {
                continue;
            }

            code.Line($"case {member.Key}:");
            code.Indent();
            code.Line(Store(data, member, locals));
            code.Line("break;");
            code.Unindent();
        }

        code.Line("default:");
        code.Indent();
        code.Line($"{Names.Format}.Skip(ref reader);");
        code.Line("break;");
        code.Unindent();
        code.Close();
        code.CloseApart();
    }

    /// <summary>Names are compared as they arrive, byte by byte, without making a string of them.</summary>
    private static void EmitMapLoop(CodeWriter code, ObjectData data, Dictionary<int, string>? locals)
    {
        code.Open("for (int index = 0; index < count; index++)");
        code.Line($"var key = {Names.Format}.ReadKey(ref reader);");
        string keyword = "if";
        foreach (var member in data.Members)
        {
            if (member.Setting == MemberSetting.Computed)
            {
                continue;
            }

            code.Open($"{keyword} (global::System.MemoryExtensions.SequenceEqual(key, {Names.Quote(member.WireName!)}u8))");
            code.Line(Store(data, member, locals));
            if (locals is not null && NeedsFlag(data, member))
            {
                code.Line($"{Flag(member)} = true;");
            }

            code.Close();
            keyword = "else if";
        }

        string skip = $"{Names.Format}.Skip(ref reader);";
        if (keyword == "if")
        {
            code.Line(skip);
        }
        else
        {
            code.Open("else");
            code.Line(skip);
            code.Close();
        }

        code.CloseApart();
    }

    private static string Store(ObjectData data, MemberModel member, Dictionary<int, string>? locals)
    {
        string read = ValueText.Read(member.Value);
        return locals is null ? SetterEmitter.Assign(data, member, read) : $"{locals[member.Key]} = {read};";
    }

    /// <summary>A condition: whether a member's key arrived.</summary>
    private static string Found(MemberModel member) => member.WireName is null ? $"count > {member.Key}" : Flag(member);

    private static string Flag(MemberModel member) => $"found{member.Key}";

    private static bool NeedsFlag(ObjectData data, MemberModel member) =>
        data.IsMap && member.Setting is (MemberSetting.Assigned or MemberSetting.Accessed or MemberSetting.Initialized);

    private static IEnumerable<string> Flags(ObjectData data)
    {
        foreach (var member in data.Members)
        {
            yield return Flag(member);
        }
    }

    private static void EmitConstruction(CodeWriter code, ObjectData data, Dictionary<int, string> locals)
    {
        var arguments = new List<string>();
        foreach (var argument in data.Arguments)
        {
            arguments.Add(locals[argument.Key]);
        }

        string made = $"new {data.Type}({string.Join(", ", arguments)})";
        var always = new List<string>();
        foreach (string ignored in data.RequiredIgnored)
        {
            always.Add($"{ignored} = default");
        }

        var optional = new List<string>();
        string whole = "";
        foreach (var member in data.Members)
        {
            if (member.Setting == MemberSetting.Required)
            {
                always.Add($"{member.Name} = {locals[member.Key]}");
            }
            else if (member.Setting == MemberSetting.Initialized)
            {
                optional.Add($"{member.Name} = {Found(member)} ? {locals[member.Key]} : fallback.{member.Name}");
                whole = member.WireName is null ? Found(member) : whole + (whole.Length == 0 ? "" : " && ") + Found(member);
            }
        }

        if (optional.Count > 0)
        {
            // Only a whole object knows the defaults of members that cannot be set later.
            code.Line($"var fallback = {whole} ? default({data.Type}) : {made}{Initializer(always)};");
        }

        code.Line($"var value = {made}{Initializer([.. always, .. optional])};");
        foreach (var member in data.Members)
        {
            if (member.Setting is MemberSetting.Assigned or MemberSetting.Accessed)
            {
                code.Open($"if ({Found(member)})");
                code.Line(SetterEmitter.Assign(data, member, locals[member.Key]));
                code.CloseApart();
            }
        }
    }

    private static string Initializer(List<string> members) => members.Count == 0 ? "" : $" {{ {string.Join(", ", members)} }}";
}
