using RpcWss.Services;

namespace RpcWss.Connections;

/// <summary>A method as the peer named it, with what is hosted under that name, if anything. The reader's alone but where it says otherwise.</summary>
internal sealed class IncomingMethod(string fullName, ulong signatureHash)
{
    public string FullName { get; private set; } = fullName;

    /// <summary>The peer's signature hash; 0 when it told none.</summary>
    public ulong SignatureHash { get; } = signatureHash;

    /// <summary>What serves it; null while nothing is hosted under the name.</summary>
    public HostedMethod? Hosted { get; private set; }

    /// <summary>The order in which an ordered contract's calls run; null for other contracts.</summary>
    public OrderedTurn? Turn { get; set; }

    /// <summary>Whether its last result was one that takes long to make and to encode, so that the next may be too. Under the gate.</summary>
    public bool AnswersLarge { get; set; }

    /// <summary>What is hosted under the name was found.</summary>
    public void Bind(HostedMethod hosted)
    {
        Hosted = hosted;
        FullName = hosted.Descriptor.FullName;      // the same; what the peer sent need not be kept
    }

    /// <summary>Whether the two ends were built from different signatures; named where decoding then fails.</summary>
    public bool HashDiffers => Hosted is not null && SignatureHash != 0 && SignatureHash != Hosted.Descriptor.SignatureHash;
}
