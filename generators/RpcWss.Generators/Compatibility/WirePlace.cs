namespace RpcWss.Generators.Compatibility;

/// <summary>What a line is about, which also is where it stands: contracts with their methods before data types with their members, each by name.</summary>
/// <param name="IsData">Whether it is a data type or member.</param>
/// <param name="Owner">The contract, or the data type.</param>
/// <param name="Method">The method's name; null when it is none.</param>
/// <param name="Key">The member's key; null when it is none.</param>
internal readonly record struct WirePlace(bool IsData, string Owner, string? Method, WireKey? Key) : IComparable<WirePlace>
{
    public static WirePlace Contract(string name) => new(false, name, null, null);

    public static WirePlace Of(string contract, string method) => new(false, contract, method, null);

    public static WirePlace Data(string name) => new(true, name, null, null);

    public static WirePlace Member(string data, WireKey key) => new(true, data, null, key);

    public int CompareTo(WirePlace other)
    {
        int order = IsData.CompareTo(other.IsData);
        order = order != 0 ? order : string.CompareOrdinal(Owner, other.Owner);
        order = order != 0 ? order : string.CompareOrdinal(Method, other.Method);
        return order != 0 ? order : Comparer<WireKey?>.Default.Compare(Key, other.Key);
    }
}
