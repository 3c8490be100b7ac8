namespace RpcWss.Generators.Model;

/// <summary>What a formatter of the user's writes, on the wire whatever that is.</summary>
/// <param name="Formatter">An expression that is the formatter.</param>
internal sealed record CustomData(FormatterName Name, string Type, FileNeeds Needs, string Formatter) : DataModel(Name, Type, Needs);
