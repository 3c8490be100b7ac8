namespace RpcWss.Generators.Model;

/// <summary>An array of two to four dimensions. On the wire: an array of its lengths, and then of an array of its items.</summary>
internal sealed record GridData(FormatterName Name, string Type, FileNeeds Needs, int Rank, ValueModel Element, string ElementType)
    : DataModel(Name, Type, Needs);
