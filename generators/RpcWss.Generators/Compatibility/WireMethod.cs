using RpcWss.Generators.Model;

namespace RpcWss.Generators.Compatibility;

/// <summary>What travels when a method is called. Its text is its line in a baseline.</summary>
/// <param name="Contract">The contract's name on the wire.</param>
/// <param name="Name">Its own.</param>
/// <param name="Parameters">Those that are arguments, in their order.</param>
/// <param name="Streams">The parameters that are streams, in their order.</param>
/// <param name="Result">What comes back.</param>
internal sealed record WireMethod(
    string Contract, string Name, EquatableArray<WireParameter> Parameters, EquatableArray<WireStream> Streams, WireFlow Result)
    : WireLine
{
    public string FullName => $"{Contract}/{Name}";

    /// <summary>Whether it says the same of another name.</summary>
    public bool IsAlike(WireMethod other) => Parameters.Equals(other.Parameters) && Streams.Equals(other.Streams) && Result == other.Result;

    public override WirePlace Place => WirePlace.Of(Contract, Name);

    public override string ToString() =>
        $"method {FullName} ({string.Join(", ", Parameters)}){(Streams.Count == 0 ? "" : $" <{string.Join(", ", Streams)}>")} -> {Result}";
}

/// <summary>One argument.</summary>
/// <param name="Name">Not sent; it tells when parameters change places.</param>
/// <param name="Type">What it is on the wire.</param>
/// <param name="IsOptional">Whether it may be left out.</param>
internal sealed record WireParameter(string Name, WireType Type, bool IsOptional)
{
    public override string ToString() => $"{Name}: {Type}{(IsOptional ? " optional" : "")}";
}

/// <summary>One stream among the parameters.</summary>
internal sealed record WireStream(string Name, WireFlow Flow)
{
    public override string ToString() => $"{Name}: {Flow}";
}

/// <summary>What comes back from a call, or flows in a stream.</summary>
/// <param name="Type">Of the value, or of each item or report; null where there is none.</param>
internal sealed record WireFlow(FlowKind Kind, WireType? Type)
{
    public override string ToString() => Kind switch
    {
        FlowKind.Void => "void",
        FlowKind.OneWay => "oneway",
        FlowKind.Bytes => "bytes",
        FlowKind.Items => $"items {Type}",
        FlowKind.Progress => $"progress {Type}",
        _ => $"{Type}",
    };
}

/// <summary>In what way something flows.</summary>
internal enum FlowKind
{
    /// <summary>A result without a value.</summary>
    Void,

    /// <summary>Nothing comes back.</summary>
    OneWay,

    /// <summary>A value as the result.</summary>
    Value,

    /// <summary>A stream of items.</summary>
    Items,

    /// <summary>A stream of bytes.</summary>
    Bytes,

    /// <summary>Reports, which flow back to the caller.</summary>
    Progress,
}
