using RpcWss.Protocol;

namespace RpcWss.Connections;

/// <summary>Metadata as bytes of its own, ready to be copied into a frame.</summary>
internal static class EncodedMetadata
{
    public static byte[] Encode(RpcMetadata metadata)
    {
        var buffer = new byte[MetadataCodec.MaxEncodedLength(metadata)];
        int length = MetadataCodec.Encode(metadata, buffer);
        return buffer[..length];
    }
}
