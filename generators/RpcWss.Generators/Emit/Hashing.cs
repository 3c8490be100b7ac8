using RpcWss.Generators.Model;

namespace RpcWss.Generators.Emit;

/// <summary>The code that keeps a peer from sending keys whose hashes collide.</summary>
internal static class Hashing
{
    /// <summary>The last argument of a collection's constructor, with the comma before it; empty for the default comparer.</summary>
    public static string Comparer(KeyHashing hashing, ValueModel key, string keyType) => hashing switch
    {
        KeyHashing.Bits => $", {Names.KeyComparer}.Bits<{keyType}>()",
        KeyHashing.Special => $", {Names.KeyComparer}.{key.Leaf}",
        _ => "",
    };

    public static void EmitLimit(CodeWriter code, KeyHashing hashing)
    {
        if (hashing == KeyHashing.Limited)
        {
            code.Line($"{Names.Format}.LimitKeys(count);");
        }
    }
}
