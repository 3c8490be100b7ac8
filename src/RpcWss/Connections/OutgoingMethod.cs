using System.Text;

namespace RpcWss.Connections;

/// <summary>A method of the peer as one connection knows it.</summary>
internal sealed class OutgoingMethod(RpcMethodDescriptor descriptor)
{
    public RpcMethodDescriptor Descriptor { get; } = descriptor;

    public byte[] Name { get; } = Encoding.UTF8.GetBytes(descriptor.FullName);

    /// <summary>The number that stands for the name on the wire, or -1 while the peer has not been told. Under the gate.</summary>
    public int Number { get; set; } = -1;
}
