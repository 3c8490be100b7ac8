using RpcWss.Generators.Model;

namespace RpcWss.Generators.Emit;

/// <summary>Prints how a member is set on an object that was made, and what reaches setters that are not public: without reflection, so that AOT and trimming keep it.</summary>
internal static class SetterEmitter
{
    public static string Assign(ObjectData data, MemberModel member, string value) => member.Setting == MemberSetting.Accessed
        ? $"{Accessor(member)}({(data.IsReference ? "" : "ref ")}value, {value});"
        : $"value.{member.Name} = {value};";

    public static void EmitAccessors(CodeWriter code, ObjectData data)
    {
        foreach (var member in data.Members)
        {
            if (member.Setting == MemberSetting.Accessed)
            {
                code.Blank();
                code.Line($"[global::System.Runtime.CompilerServices.UnsafeAccessor(global::System.Runtime.CompilerServices.UnsafeAccessorKind.Method, Name = {Names.Quote($"set_{Bare(member)}")})]");
                code.Line($"private static extern void {Accessor(member)}({(data.IsReference ? "" : "ref ")}{member.Owner} target, {member.Type} value);");
            }
        }
    }

    private static string Accessor(MemberModel member) => $"Set{Bare(member)}";

    private static string Bare(MemberModel member) => member.Name.TrimStart('@');
}
