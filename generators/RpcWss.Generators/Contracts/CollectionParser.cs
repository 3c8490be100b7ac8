using Microsoft.CodeAnalysis;
using RpcWss.Generators.Model;

namespace RpcWss.Generators.Contracts;

/// <summary>Recognizes arrays, collections, dictionaries and tuples.</summary>
internal static class CollectionParser
{
    private static readonly Dictionary<string, SequenceKind> _sequences = new(StringComparer.Ordinal)
    {
        ["System.Collections.Generic.List`1"] = SequenceKind.List,
        ["System.Collections.Generic.IList`1"] = SequenceKind.CountedList,
        ["System.Collections.Generic.ICollection`1"] = SequenceKind.CountedList,
        ["System.Collections.Generic.IReadOnlyList`1"] = SequenceKind.CountedArray,
        ["System.Collections.Generic.IReadOnlyCollection`1"] = SequenceKind.CountedArray,
        ["System.Collections.Generic.IEnumerable`1"] = SequenceKind.Enumerable,
        ["System.Collections.Generic.HashSet`1"] = SequenceKind.Set,
        ["System.Collections.Generic.ISet`1"] = SequenceKind.Set,
        ["System.Collections.Generic.IReadOnlySet`1"] = SequenceKind.Set,
    };

    private static readonly HashSet<string> _maps = new(StringComparer.Ordinal)
    {
        "System.Collections.Generic.Dictionary`2",
        "System.Collections.Generic.IDictionary`2",
        "System.Collections.Generic.IReadOnlyDictionary`2",
    };

    public static DataModel? TryParse(
        ITypeSymbol type, FormatterName name, DataParser data, Mentions mentions, Place use, string user, out bool isCollection)
    {
        isCollection = true;
        if (type is IArrayTypeSymbol array)
        {
            return Sequence(SequenceKind.Array, array.ElementType);
        }

        var named = (INamedTypeSymbol)type;
        string metadataName = named.MetadataName();
        if (_sequences.TryGetValue(metadataName, out var kind))
        {
            return Sequence(kind, named.TypeArguments[0]);
        }

        if (_maps.Contains(metadataName))
        {
            return Map(named.TypeArguments[0], named.TypeArguments[1]);
        }

        if (metadataName == "System.Collections.Generic.KeyValuePair`2")
        {
            return Tuple([("Key", named.TypeArguments[0]), ("Value", named.TypeArguments[1])]);
        }

        if (metadataName.StartsWith("System.ValueTuple`", StringComparison.Ordinal))
        {
            var items = new List<(string, ITypeSymbol)>();
            for (int index = 0; index < named.TypeArguments.Length; index++)
            {
                items.Add((index == 7 ? "Rest" : $"Item{index + 1}", named.TypeArguments[index]));
            }

            return Tuple(items);
        }

        isCollection = false;
        return null;

        DataModel? Sequence(SequenceKind sequence, ITypeSymbol element)
        {
            if (data.Value(element, use, user) is not { } value)
            {
                return null;
            }

            var hashing = sequence == SequenceKind.Set ? Hashing(element, value) : KeyHashing.Own;
            return new SequenceData(name, mentions.Plain(type), mentions.Needs, sequence, value, mentions.Plain(element), hashing);
        }

        DataModel? Map(ITypeSymbol key, ITypeSymbol item)
        {
            if (data.Value(key, use, user) is not { } keyValue || data.Value(item, use, user) is not { } itemValue)
            {
                return null;
            }

            var hashing = Hashing(key, keyValue);
            return new MapData(
                name, mentions.Plain(type), mentions.Needs, keyValue, mentions.Plain(key), itemValue, mentions.Plain(item), hashing);
        }

        KeyHashing Hashing(ITypeSymbol key, ValueModel value)
        {
            var hashing = LeafTypes.Hashing(value);
            if (hashing == KeyHashing.Limited)
            {
                data.WarnOfKey(key, use, user);
            }

            return hashing;
        }

        DataModel? Tuple(List<(string Member, ITypeSymbol Type)> members)
        {
            var items = new List<TupleItem>();
            foreach (var (member, itemType) in members)
            {
                if (data.Value(itemType, use, user) is not { } value)
                {
                    return null;
                }

                items.Add(new TupleItem(member, value));
            }

            return new TupleData(name, mentions.Unfolded(named), mentions.Needs, new(items));
        }
    }
}
