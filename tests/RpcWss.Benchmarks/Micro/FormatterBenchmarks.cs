using System.Buffers;
using BenchmarkDotNet.Attributes;
using MessagePack;
using RpcWss.Benchmarks.Node;
// Its name ends in a hash of the type's full name.
using OrderFormat = RpcWss.Generated.Formats.RpcWss.Benchmarks.OrderFormat_4fc13705;

namespace RpcWss.Benchmarks.Micro;

/// <summary>The generated code of a mixed object, beside the library's own.</summary>
public class FormatterBenchmarks
{
    private readonly ArrayBufferWriter<byte> _written = new(4096);
    private byte[] _encoded = [];

    [GlobalSetup]
    public void SetUp()
    {
        Write();
        _encoded = _written.WrittenSpan.ToArray();
    }

    [Benchmark]
    public int Write()
    {
        _written.ResetWrittenCount();
        var writer = new MessagePackWriter(_written);
        OrderFormat.Write(ref writer, Order.Sample);
        writer.Flush();
        return _written.WrittenCount;
    }

    [Benchmark]
    public int Read()
    {
        var reader = new MessagePackReader(_encoded);
        return OrderFormat.Read(ref reader).Lines.Length;
    }

    [Benchmark]
    public int WriteByLibrary()
    {
        _written.ResetWrittenCount();
        MessagePackSerializer.Serialize(_written, Order.Sample);
        return _written.WrittenCount;
    }

    [Benchmark]
    public int ReadByLibrary() => MessagePackSerializer.Deserialize<Order>(_encoded).Lines.Length;
}
