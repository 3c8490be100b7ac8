namespace RpcWss.Generators.Model;

/// <summary>A <see cref="System.Linq.ILookup{TKey, TElement}"/>. On the wire: an array of its groups.</summary>
internal sealed record LookupData(FormatterName Name, string Type, FileNeeds Needs, ValueModel Group, string GroupType, ValueModel Key, string KeyType, KeyHashing Hashing)
    : DataModel(Name, Type, Needs);

/// <summary>A <see cref="System.Linq.IGrouping{TKey, TElement}"/>. On the wire: its key, and an array of its items.</summary>
internal sealed record GroupingData(FormatterName Name, string Type, FileNeeds Needs, ValueModel Key, string KeyType, ValueModel Items, string ItemType)
    : DataModel(Name, Type, Needs);
