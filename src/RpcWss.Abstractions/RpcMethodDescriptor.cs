using System.ComponentModel;
using RpcWss.Generated;

namespace RpcWss;

/// <summary>Describes one method of a contract. Immutable; made by generated code.</summary>
public sealed class RpcMethodDescriptor
{
    private readonly RpcArgumentsReader _readArguments;

    /// <summary>Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public RpcMethodDescriptor(
        string contractName, string name, int ordinal, RpcMethodKind kind, ulong signatureHash, string[] parameterNames, RpcArgumentsReader readArguments)
    {
        Name = name;
        FullName = $"{contractName}/{name}";
        Ordinal = ordinal;
        Kind = kind;
        SignatureHash = signatureHash;
        ParameterNames = parameterNames;
        _readArguments = readArguments;
    }

    /// <summary>The method's name on the wire.</summary>
    public string Name { get; }

    /// <summary>The contract's and the method's name on the wire, such as <c>Shop.IOrders/GetAsync</c>.</summary>
    public string FullName { get; }

    /// <summary>The method's position in its contract, from 0. Not sent.</summary>
    public int Ordinal { get; }

    /// <summary>The method's shape.</summary>
    public RpcMethodKind Kind { get; }

    /// <summary>A hash of the parameters' and the result's shape on the wire; two ends that differ in it were built from different contracts.</summary>
    public ulong SignatureHash { get; }

    /// <summary>The names of the parameters that are sent, in order.</summary>
    public IReadOnlyList<string> ParameterNames { get; }

    /// <summary>The stream that is the result; null for a method whose result is none.</summary>
    public RpcStreamDescriptor? ResultStream { get; init; }

    /// <summary>The streams among the parameters, in order; on the wire they are numbered from 1.</summary>
    public IReadOnlyList<RpcStreamDescriptor> ParameterStreams { get; init; } = [];

    /// <summary>
    /// The largest encoded argument list, result or item, in bytes, where the contract sets one (<see cref="RpcMethodAttribute.MaxPayloadSize"/>); 0 where the
    /// connections' limits alone count.
    /// </summary>
    public int MaxPayloadSize { get; init; }

    /// <summary>Whether the method has any stream.</summary>
    public bool IsStreaming => Kind > RpcMethodKind.OneWay;

    /// <summary>Reads encoded arguments into boxed objects, in the order of <see cref="ParameterNames"/>.</summary>
    internal RpcArgumentsReader ReadArguments => _readArguments;

    /// <inheritdoc/>
    public override string ToString() => FullName;
}
