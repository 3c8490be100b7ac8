using RpcWss.Generators.Model;

namespace RpcWss.Generators.Compatibility;

/// <summary>What a value is on the wire. Its text is that of a signature hash, with data types by their names and <c>?</c> wherever nil is accepted.</summary>
/// <param name="Form">What it is made of.</param>
/// <param name="Name">Of a leaf or data type; empty for the others.</param>
/// <param name="Items">What is inside: of a sequence or grid its item, of a map key and value, of a tuple its items.</param>
/// <param name="Rank">How many dimensions a grid has; else 0.</param>
/// <param name="AcceptsNil">Whether nil is read as a value.</param>
internal sealed record WireType(WireForm Form, string Name, EquatableArray<WireType> Items, int Rank, bool AcceptsNil)
{
    public static WireType Leaf(string name) => new(WireForm.Leaf, name, default, 0, false);

    public static WireType Data(string name) => new(WireForm.Data, name, default, 0, false);

    public static WireType Of(WireForm form, IEnumerable<WireType> items, int rank = 0) => new(form, "", new(items), rank, false);

    public override string ToString() => Present() + (AcceptsNil ? "?" : "");

    private string Present() => Form switch
    {
        WireForm.Sequence => $"[{Items[0]}]",
        WireForm.Grid => $"[{new string(',', Rank - 1)}{Items[0]}]",
        WireForm.Map => $"{{{Items[0]}: {Items[1]}}}",
        WireForm.Tuple => $"({string.Join(", ", Items)})",
        WireForm.Custom => "custom",
        _ => Name,
    };
}

/// <summary>What a value on the wire is made of.</summary>
internal enum WireForm
{
    /// <summary>A basic value; an enum is its underlying type.</summary>
    Leaf,

    /// <summary>A data type, which has lines of its own.</summary>
    Data,

    /// <summary>An array of any length.</summary>
    Sequence,

    /// <summary>An array of lengths and items.</summary>
    Grid,

    /// <summary>Keys and values.</summary>
    Map,

    /// <summary>An array of a fixed length.</summary>
    Tuple,

    /// <summary>What a formatter of the user's writes.</summary>
    Custom,
}
