namespace RpcWss.Generators.Model;

/// <summary>An interface or abstract class with <c>[Union]</c> attributes. On the wire: an array of a case's key and its value.</summary>
/// <param name="Cases">By key, ascending.</param>
internal sealed record UnionData(FormatterName Name, string Type, FileNeeds Needs, EquatableArray<UnionCase> Cases)
    : DataModel(Name, Type, Needs);

/// <summary>One type that a value of a union may have.</summary>
internal sealed record UnionCase(int Key, ValueModel Value);
