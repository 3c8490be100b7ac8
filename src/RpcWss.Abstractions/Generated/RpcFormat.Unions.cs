using MessagePack;

namespace RpcWss.Generated;

public static partial class RpcFormat
{
    /// <summary>The error of a union's case that this side does not know, as when the other side is newer.</summary>
    public static Exception UnknownCase(Type union, int key) =>
        new MessagePackSerializationException(
            $"The union '{union}' has no case {key} here; the other side may be newer. Add [Union({key}, typeof(...))] to it.");

    /// <summary>The error of a value whose type is not among the cases of its union.</summary>
    public static Exception NotACase(Type union, Type type) =>
        new MessagePackSerializationException(
            $"'{type}' is not a case of the union '{union}'. Add [Union(n, typeof({type.Name}))] to the union, or send one of its cases.");
}
