using System.Globalization;
using System.Text;
using RpcWss.Generators.Model;

namespace RpcWss.Generators.Contracts;

/// <summary>
/// Computes the signature hash of a method: FNV-1a, 64 bits, over the UTF-8 bytes of a text that says what travels.
/// <code>
/// method   = "(" shapes ")" [ "&lt;" streams "&gt;" ] ( shape | stream | "void" | "oneway" ), shapes and streams separated by ","
/// stream   = "items:" shape | "bytes" | "progress:" shape, those among the parameters in their order
/// shape    = leaf | shape "?"            nullable value types; references are nullable by nature and carry no mark
///          | "[" shape "]"               any sequence: arrays, lists, sets
///          | "{" shape ":" shape "}"     any dictionary
///          | "(" shapes ")"              tuples and key-value pairs
///          | "#" n "&lt;" members "&gt;"       an object when it is first met, numbered from 0 within the method
///          | "#" n cases                 a union when it is first met, numbered like an object
///          | "#" n                       the same object or union again, which also ends recursion
///          | "[" commas shape "]"        an array of several dimensions, one comma fewer than those
///          | "custom"                    what a formatter of the user's writes
/// members  = key ":" shape, separated by ",", keys ascending; a key that is a name stands in "'"
/// cases    = "|" key ":" shape, repeated with keys ascending, then "|"
/// leaf     = the lower-case name of the type: int32, string, guid; an enum is its underlying type; all byte strings are "bin"
/// </code>
/// Names of types, methods, members and parameters do not take part: they are not sent. Zero means "no hash" and becomes one.
/// </summary>
internal sealed class WireShape(IReadOnlyDictionary<string, DataModel> data)
{
    private readonly StringBuilder _text = new();
    private readonly Dictionary<string, int> _objects = new(StringComparer.Ordinal);

    public static ulong Hash(IReadOnlyList<ParameterModel> parameters, MethodResult result, bool oneWay, IReadOnlyDictionary<string, DataModel> data)
    {
        var shape = new WireShape(data);
        shape.Tuple(Sent(parameters));
        shape.Streams(parameters);
        if (result.Stream is not null)
        {
            shape.Stream(result.Stream);
        }
        else if (result.Value is not null)
        {
            shape.Value(result.Value);
        }
        else
        {
            shape._text.Append(oneWay ? "oneway" : "void");
        }

        ulong hash = Fnv(shape._text.ToString());
        return hash == 0 ? 1 : hash;
    }

    public static ulong Fnv(string text)
    {
        ulong hash = 0xCBF29CE484222325;
        foreach (byte b in Encoding.UTF8.GetBytes(text))
        {
            hash = unchecked((hash ^ b) * 0x100000001B3);
        }

        return hash;
    }

    private void Value(ValueModel value)
    {
        if (value.Form == ValueForm.Formatted)
        {
            Data(data[value.Formatter]);
        }
        else
        {
            _text.Append(LeafNames.Of(value.Leaf));
        }

        if (value.IsNullable)
        {
            _text.Append('?');
        }
    }

    private void Data(DataModel model)
    {
        switch (model)
        {
            case SequenceData sequence:
                _text.Append('[');
                Value(sequence.Element);
                _text.Append(']');
                break;
            case MapData map:
                _text.Append('{');
                Value(map.Key);
                _text.Append(':');
                Value(map.Value);
                _text.Append('}');
                break;
            case TupleData tuple:
                Tuple(Values(tuple));
                break;
            case ObjectData item:
                Object(item);
                break;
            case UnionData union:
                Union(union);
                break;
            case GridData grid:
                _text.Append('[').Append(',', grid.Rank - 1);
                Value(grid.Element);
                _text.Append(']');
                break;
            case LookupData lookup:
                _text.Append('[');
                Value(lookup.Group);
                _text.Append(']');
                break;
            case GroupingData grouping:
                Tuple([grouping.Key, grouping.Items]);
                break;
            case LazyData lazy:
                Value(lazy.Value);
                break;
            case CustomData custom:
                _text.Append("custom");
                break;
        }
    }

    private void Object(ObjectData item)
    {
        if (IsKnown(item))
        {
            return;
        }

        var members = new List<MemberModel>(item.Members);
        members.Sort((left, right) => item.IsMap ? string.CompareOrdinal(left.WireName, right.WireName) : left.Key.CompareTo(right.Key));
        string separator = "<";
        foreach (var member in members)
        {
            string key = item.IsMap ? $"'{member.WireName}'" : member.Key.ToString(CultureInfo.InvariantCulture);
            _text.Append(separator).Append(key).Append(':');
            Value(member.Value);
            separator = ",";
        }

        _text.Append(item.Members.Count == 0 ? "<>" : ">");
    }

    private void Union(UnionData union)
    {
        if (IsKnown(union))
        {
            return;
        }

        foreach (var item in union.Cases)
        {
            _text.Append('|').Append(item.Key.ToString(CultureInfo.InvariantCulture)).Append(':');
            Value(item.Value);
        }

        _text.Append('|');
    }

    /// <summary>Writes the number of an object or union; whether it was met before.</summary>
    private bool IsKnown(DataModel item)
    {
        bool again = _objects.TryGetValue(item.Name.Qualified, out int number);
        if (!again)
        {
            number = _objects.Count;
            _objects.Add(item.Name.Qualified, number);
        }

        _text.Append('#').Append(number.ToString(CultureInfo.InvariantCulture));
        return again;
    }

    private void Tuple(IEnumerable<ValueModel> items)
    {
        string separator = "(";
        foreach (var item in items)
        {
            _text.Append(separator);
            Value(item);
            separator = ",";
        }

        _text.Append(separator == "(" ? "()" : ")");
    }

    private void Streams(IReadOnlyList<ParameterModel> parameters)
    {
        string separator = "<";
        foreach (var parameter in parameters)
        {
            if (parameter.Stream is { } stream)
            {
                _text.Append(separator);
                Stream(stream);
                separator = ",";
            }
        }

        _text.Append(separator == "<" ? "" : ">");
    }

    private void Stream(StreamModel stream)
    {
        if (stream.Item is null)
        {
            _text.Append("bytes");
            return;
        }

        _text.Append(stream.Form == StreamForm.Progress ? "progress:" : "items:");
        Value(stream.Item);
    }

    private static IEnumerable<ValueModel> Sent(IReadOnlyList<ParameterModel> parameters)
    {
        foreach (var parameter in parameters)
        {
            if (parameter.Value is { } value)
            {
                yield return value;
            }
        }
    }

    private static IEnumerable<ValueModel> Values(TupleData tuple)
    {
        foreach (var item in tuple.Items)
        {
            yield return item.Value;
        }
    }
}
