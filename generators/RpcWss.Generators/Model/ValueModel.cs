namespace RpcWss.Generators.Model;

/// <summary>How a value of one type is written and read.</summary>
/// <param name="Type">The type, without annotations; of a nullable value, the type of the value.</param>
/// <param name="Leaf">What it is written as: for an enum, its underlying type.</param>
/// <param name="Formatter">The emitted formatter class, fully qualified; empty unless <paramref name="Form"/> is <see cref="ValueForm.Formatted"/>.</param>
/// <param name="IsNullable">Whether it is a <see cref="System.Nullable{T}"/>.</param>
/// <param name="IsReference">Whether it can be null by itself.</param>
internal sealed record ValueModel(
    string Type, ValueForm Form, LeafKind Leaf, string Formatter, bool IsNullable, bool IsReference)
{
    /// <summary>Whether it is a number of the C# language, an enum or a truth value, and never null.</summary>
    public bool IsPlain => !IsNullable && Form != ValueForm.Formatted && Leaf is >= LeafKind.Boolean and <= LeafKind.Double;
}

/// <summary>Who knows how to write a value.</summary>
internal enum ValueForm
{
    Leaf,
    Enum,
    Formatted,
}
