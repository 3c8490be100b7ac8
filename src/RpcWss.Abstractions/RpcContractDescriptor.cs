using System.ComponentModel;

namespace RpcWss;

/// <summary>Describes a contract. Immutable; made by generated code.</summary>
public sealed class RpcContractDescriptor
{
    /// <summary>Used by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public RpcContractDescriptor(string name, bool ordered, RpcMethodDescriptor[] methods)
    {
        Name = name;
        Ordered = ordered;
        Methods = methods;
    }

    /// <summary>The contract's name on the wire.</summary>
    public string Name { get; }

    /// <summary>Whether calls of one connection run one after the other.</summary>
    public bool Ordered { get; }

    /// <summary>The methods, each at its <see cref="RpcMethodDescriptor.Ordinal"/>.</summary>
    public IReadOnlyList<RpcMethodDescriptor> Methods { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;
}
