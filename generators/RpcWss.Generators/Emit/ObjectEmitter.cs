using RpcWss.Generators.Model;

namespace RpcWss.Generators.Emit;

/// <summary>Prints the formatter of an object: how it is written here, how it is read in <see cref="ObjectReadEmitter"/>.</summary>
internal static class ObjectEmitter
{
    private const string CallbackInterface = "global::MessagePack.IMessagePackSerializationCallbackReceiver";

    public static void Emit(CodeWriter code, ObjectData data)
    {
        EmitWrite(code, data);
        code.Blank();
        ObjectReadEmitter.Emit(code, data);
        SetterEmitter.EmitAccessors(code, data);
    }

    public static void EmitCallback(CodeWriter code, ObjectData data, string method)
    {
        switch (data.Callbacks)
        {
            case Callbacks.Direct:
                code.Line($"value.{method}();");
                break;
            case Callbacks.Interface:
                code.Line($"(({CallbackInterface})value).{method}();");
                break;
        }
    }

    private static void EmitWrite(CodeWriter code, ObjectData data)
    {
        DataEmitter.OpenWrite(code, data.Type, data.IsReference);
        if (data.IsRecursive)
        {
            // An object that contains itself ends in an exception, which fails its call, instead of ending the process.
            code.Line("global::System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();");
        }

        EmitCallback(code, data, "OnBeforeSerialize");
        code.Line($"writer.Write{(data.IsMap ? "Map" : "Array")}Header({data.Length});");
        var names = new NameScope(["writer", "value"]);
        int key = 0;
        foreach (var member in data.Members)
        {
            if (member.WireName is { } name)
            {
                code.Line($"writer.WriteString({Names.Quote(name)}u8);");
            }

            for (; !data.IsMap && key < member.Key; key++)
            {
                code.Line("writer.WriteNil();");
            }

            ValueText.Write(code, member.Value, $"value.{member.Name}", names);
            key++;
        }

        code.Close();
    }
}
