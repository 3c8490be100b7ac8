using Microsoft.CodeAnalysis;
using RpcWss.Generators.Model;

namespace RpcWss.Generators.Contracts;

/// <summary>Recognizes arrays, collections, dictionaries and tuples.</summary>
internal static class CollectionParser
{
    public static DataModel? TryParse(
        ITypeSymbol type, FormatterName name, DataParser data, Mentions mentions, Place use, Subject user, out bool isCollection)
    {
        isCollection = true;
        if (type is IArrayTypeSymbol array)
        {
            return array.Rank == 1 ? Sequence(SequenceKind.Array, array.ElementType) : Grid(array);
        }

        var named = (INamedTypeSymbol)type;
        if (CollectionTypes.Sequence(named) is { } kind)
        {
            return Sequence(kind, named.TypeArguments[0]);
        }

        if (CollectionTypes.Map(named) is { } map)
        {
            return Map(map, named.TypeArguments[0], named.TypeArguments[1]);
        }

        string metadataName = named.MetadataName();
        if (metadataName == "System.Lazy`1")
        {
            return data.Value(named.TypeArguments[0], use, user) is { } value ? new LazyData(name, mentions.Plain(type), mentions.Needs, value) : null;
        }

        if (metadataName is "System.Linq.ILookup`2" or "System.Linq.IGrouping`2")
        {
            // What it enumerates: groups, or the items of one.
            var items = named.Interfaces[0];
            return metadataName == "System.Linq.ILookup`2" ? Lookup(items.TypeArguments[0]) : Grouping(items);
        }

        if (metadataName == "System.Collections.Generic.KeyValuePair`2")
        {
            return Tuple([("Key", named.TypeArguments[0]), ("Value", named.TypeArguments[1])]);
        }

        if (metadataName.StartsWith("System.ValueTuple`", StringComparison.Ordinal) || metadataName.StartsWith("System.Tuple`", StringComparison.Ordinal))
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

            var hashing = CollectionTypes.IsHashed(sequence) ? Hashing(element, value) : KeyHashing.Own;
            return new SequenceData(name, mentions.Plain(type), mentions.Needs, sequence, !type.IsValueType, value, mentions.Plain(element), hashing);
        }

        DataModel? Map(MapKind kind, ITypeSymbol key, ITypeSymbol item)
        {
            if (data.Value(key, use, user) is not { } keyValue || data.Value(item, use, user) is not { } itemValue)
            {
                return null;
            }

            var hashing = CollectionTypes.IsHashed(kind) ? Hashing(key, keyValue) : KeyHashing.Own;
            return new MapData(
                name, mentions.Plain(type), mentions.Needs, kind, keyValue, mentions.Plain(key), itemValue, mentions.Plain(item), hashing);
        }

        DataModel? Lookup(ITypeSymbol group)
        {
            var key = named.TypeArguments[0];
            return data.Value(key, use, user) is { } keyValue && data.Value(group, use, user) is { } groupValue
                ? new LookupData(name, mentions.Plain(type), mentions.Needs, groupValue, mentions.Plain(group), keyValue, mentions.Plain(key), Hashing(key, keyValue))
                : null;
        }

        DataModel? Grouping(ITypeSymbol items)
        {
            var (key, item) = (named.TypeArguments[0], named.TypeArguments[1]);
            return data.Value(key, use, user) is { } keyValue && data.Value(items, use, user) is { } itemsValue
                ? new GroupingData(name, mentions.Plain(type), mentions.Needs, keyValue, mentions.Plain(key), itemsValue, mentions.Plain(item))
                : null;
        }

        DataModel? Grid(IArrayTypeSymbol grid) => data.Value(grid.ElementType, use, user) is { } value
            ? new GridData(name, mentions.Plain(type), mentions.Needs, grid.Rank, value, mentions.Plain(grid.ElementType))
            : null;

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

            return new TupleData(name, mentions.Unfolded(named), mentions.Needs, !named.IsValueType, new(items));
        }
    }
}
