using BenchmarkDotNet.Attributes;
using RpcWss.Protocol;

namespace RpcWss.Benchmarks.Micro;

/// <summary>The frames of a call and of an item, without what they carry.</summary>
public class FrameBenchmarks
{
    private readonly byte[] _destination = new byte[1024];
    private readonly byte[] _call = new byte[1024];
    private readonly byte[] _status = new byte[1024];
    private readonly byte[] _item = new byte[1024];
    private int _callLength;
    private int _statusLength;
    private int _itemLength;

    [GlobalSetup]
    public void SetUp()
    {
        _callLength = WriteCall(_call) + 3;
        _statusLength = StatusFrame.WriteHeader(_status, 70_000, 0, StatusFlags.None, [], [], [], 2) + 2;
        _itemLength = ItemFrame.WriteHeader(_item, 70_000, 0, 2) + 2;
    }

    [Benchmark]
    public int EncodeCall() => WriteCall(_destination);

    [Benchmark]
    public ulong DecodeCall()
    {
        var reader = new FrameReader(_call.AsSpan(0, _callLength), 1024);
        reader.TryRead(out _, out ReadOnlySpan<byte> body);
        return CallFrame.Read(body, reader.ElementCount).Id;
    }

    [Benchmark]
    public int EncodeStatus() => StatusFrame.WriteHeader(_destination, 70_000, 0, StatusFlags.None, [], [], [], 2);

    [Benchmark]
    public ulong DecodeStatus()
    {
        var reader = new FrameReader(_status.AsSpan(0, _statusLength), 1024);
        reader.TryRead(out _, out ReadOnlySpan<byte> body);
        return StatusFrame.Read(body, reader.ElementCount).Id;
    }

    [Benchmark]
    public int EncodeItem() => ItemFrame.WriteHeader(_destination, 70_000, 0, 2);

    [Benchmark]
    public ulong DecodeItem()
    {
        var reader = new FrameReader(_item.AsSpan(0, _itemLength), 1024);
        reader.TryRead(out _, out ReadOnlySpan<byte> body);
        return ItemFrame.Read(body, reader.ElementCount).Id;
    }

    // As most calls are: a method that was named before, a deadline, two small arguments.
    private static int WriteCall(Span<byte> destination) => CallFrame.WriteHeader(destination, 70_000, 3, CallFlags.Deadline, 100_000, [], 0, [], 0, 0, [], 3);
}
