using BenchmarkDotNet.Attributes;
using RpcWss.Protocol;

namespace RpcWss.Benchmarks.Micro;

/// <summary>The metadata of a call: three entries, as tracing sends them.</summary>
public class MetadataBenchmarks
{
    private readonly RpcMetadata _metadata = [];
    private readonly byte[] _encoded = new byte[1024];
    private int _length;

    [GlobalSetup]
    public void SetUp()
    {
        _metadata.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        _metadata.Add("tenant", "northern");
        _metadata.Add("accept-language", "de-CH");
        _length = MetadataCodec.Encode(_metadata, _encoded);
    }

    [Benchmark]
    public int Encode() => MetadataCodec.Encode(_metadata, _encoded);

    [Benchmark]
    public int Decode()
    {
        MetadataCodec.TryDecode(_encoded.AsSpan(0, _length), new ProtocolLimits(), out RpcMetadata metadata);
        return metadata.Count;
    }
}
