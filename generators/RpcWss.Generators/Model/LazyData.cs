namespace RpcWss.Generators.Model;

/// <summary>A <see cref="System.Lazy{T}"/>. On the wire: its value.</summary>
internal sealed record LazyData(FormatterName Name, string Type, FileNeeds Needs, ValueModel Value) : DataModel(Name, Type, Needs);
