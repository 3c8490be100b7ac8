using System.Globalization;
using System.Text;

namespace RpcWss.Generators.Compatibility;

/// <summary>The key of a member or case: a number, or a name in quotes.</summary>
internal readonly record struct WireKey(int Number, string? Name) : IComparable<WireKey>
{
    public int CompareTo(WireKey other) => Name is null && other.Name is null ? Number.CompareTo(other.Number) : string.CompareOrdinal(Name, other.Name);

    public override string ToString() => Name is null ? Number.ToString(CultureInfo.InvariantCulture) : Quote(Name);

    /// <summary>Letters, digits and printable ASCII stand for themselves, so that no name can end a line or hide in one.</summary>
    private static string Quote(string name)
    {
        var quoted = new StringBuilder("\"");
        foreach (char c in name)
        {
            if (c is '"' or '\\')
            {
                quoted.Append('\\').Append(c);
            }
            else if (c is >= ' ' and <= '~' || char.IsLetterOrDigit(c))
            {
                quoted.Append(c);
            }
            else
            {
                quoted.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            }
        }

        return quoted.Append('"').ToString();
    }
}
