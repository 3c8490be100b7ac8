namespace RpcWss.Generators.Model;

/// <summary>A type that gets a formatter file of its own.</summary>
internal abstract record DataModel(FormatterName Name, string Type, FileNeeds Needs);

/// <summary>Where a formatter is found, and the name of its file.</summary>
internal sealed record FormatterName(string Namespace, string Class, string HintName)
{
    public string Qualified => $"global::{Namespace}.{Class}";
}

/// <summary>Values in a row: arrays, lists, sets and their interfaces. On the wire: an array.</summary>
internal sealed record SequenceData(
    FormatterName Name, string Type, FileNeeds Needs, SequenceKind Kind, bool IsReference, ValueModel Element, string ElementType, KeyHashing Hashing)
    : DataModel(Name, Type, Needs);

/// <summary>Keys and values: dictionaries and their interfaces. On the wire: a map.</summary>
internal sealed record MapData(
    FormatterName Name, string Type, FileNeeds Needs, MapKind Kind, ValueModel Key, string KeyType, ValueModel Value, string ValueType, KeyHashing Hashing)
    : DataModel(Name, Type, Needs);

/// <summary>Values by position: tuples and <see cref="KeyValuePair{TKey, TValue}"/>. On the wire: an array of exactly that length.</summary>
internal sealed record TupleData(
    FormatterName Name, string Type, FileNeeds Needs, bool IsReference, EquatableArray<TupleItem> Items)
    : DataModel(Name, Type, Needs);

/// <summary>One item of a tuple, and the member that holds it.</summary>
internal sealed record TupleItem(string Member, ValueModel Value);

/// <summary>How the keys of a dictionary, or the items of a set, keep a peer from choosing ones whose hashes collide.</summary>
internal enum KeyHashing
{
    /// <summary>The type's own hash is seeded at random, or there are too few values to matter.</summary>
    Own,

    /// <summary>Its bits are hashed with a seed.</summary>
    Bits,

    /// <summary>Values that are equal may differ in their bits; a comparer made for the type hashes them.</summary>
    Special,

    /// <summary>Its hash is the user's code: the number of entries is limited.</summary>
    Limited,
}
