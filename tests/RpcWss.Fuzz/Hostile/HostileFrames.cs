using RpcWss.Conformance.Hostile;
using RpcWss.Fuzz.Contracts;
using RpcWss.Protocol;

namespace RpcWss.Fuzz.Hostile;

/// <summary>Makes frames of every kind that no proper peer would send at this moment, and most of which an engine must still bear.</summary>
internal sealed class HostileFrames(PeerModel model, Mutator mutator, Random random)
{
    private static readonly string[] _methods =
    [
        .. new[] { "NextAsync", "TextAsync", "WordsAsync", "AnswerAsync", "WaitAsync", "FailAsync", "MirrorAsync", "DescendAsync", "NoteAsync", "CountAsync", "SizesAsync", "SumAsync",
            "TakeAsync", "MergeAsync", "DownloadAsync", "UploadAsync", "ReportAsync" }.Select(method => $"{ITarget.WireName}/{method}"),
        "fuzz.ledger/AppendAsync", "fuzz.ledger/ReadAsync", "RpcWss.Conformance.Contracts.IShapes/CollectionsAsync", "RpcWss.Conformance.Contracts.IShapes/DictionariesAsync",
        "RpcWss.Conformance.Contracts.IShapes/TreeAsync", "RpcWss.Conformance.Contracts.IShapes/LeavesAsync", "nowhere/NothingAsync",
    ];

    // AUTH with the scheme Bearer and the token good.
    private static readonly byte[] _auth = [0x93, 0x0c, 0xa6, 0x42, 0x65, 0x61, 0x72, 0x65, 0x72, 0xa4, 0x67, 0x6f, 0x6f, 0x64];

    /// <summary>A frame; null when the moment has no place for what was chosen.</summary>
    public byte[]? Next() => random.Next(40) switch
    {
        < 12 => Call(),
        < 15 => AnyId() is var id and > 0 ? RawFrames.Chunk(id, Bytes(), Stream()) : null,
        < 20 => AnyId() is var id and > 0 ? RawFrames.Item(id, Stream(), random.Next(3) == 0 ? Bytes() : mutator.Payload()) : null,
        < 22 => AnyId() is var id and > 0 ? RawFrames.AnnouncedItem(id, Stream(), Math.Max(1, Number())) : null,
        < 24 => model.Own() is var id and > 0 ? RawFrames.End(id, Stream()) : null,
        < 28 => Credit(),
        < 31 => AnyId() is var id and > 0 ? RawFrames.Cancel(id, (RpcStatusCode)random.Next(20), model.IsOwn(id) ? -1 : Stream()) : null,
        < 34 => Status(),
        < 36 => model.Victims() is var id and > 0 ? RawFrames.Headers(id, Metadata()) : null,
        < 37 => RawFrames.Ping((ulong)random.NextInt64()),
        < 38 => [0x92, 0x0a, 0x05],
        < 39 => [0x93, (byte)random.Next(64, 127), .. Values.Elements[random.Next(40)], 0xc0],
        _ when model.Role == PeerRole.Client && random.Next(20) == 0 => _auth,
        _ => random.Next(100) == 0 ? RawFrames.GoAway((ulong)random.NextInt64(), random.Next(2) == 0 ? GoAwayCode.Shutdown : GoAwayCode.Draining) : null,
    };

    /// <summary>A frame that ends every connection.</summary>
    public byte[] Fatal() => random.Next(12) switch
    {
        11 => mutator.Bytes(RawFrames.GoAway(5, GoAwayCode.Draining)) is { Length: > 0 } goAway ? goAway : [0xc1],
        10 => mutator.Bytes(RawFrames.Ping(1000)) is { Length: > 0 } ping ? ping : [0xc1],
        9 => mutator.Bytes(_auth) is { Length: > 0 } auth ? auth : [0xc1],
        8 => [.. _auth, .. _auth],
        0 => RawFrames.Hello(model.Role, ProtocolLimits.Default),
        1 => [0x92, 0x0d, 0x01],
        2 => RawFrames.Chunk(model.Unopened(), [1]),
        3 => RawFrames.Status(model.Unopened()),
        4 => RawFrames.Credit(0, int.MaxValue),
        5 => RawFrames.Call(1, 9_999),
        6 => [0x92, 0x20, 0x01],
        _ => [0xc1],
    };

    private byte[] Call()
    {
        bool isNamed = model.Methods == 0 || random.Next(20) == 0;
        ulong parent = random.Next(8) == 0 ? model.Victims() : 0;
        string? name = isNamed ? _methods[random.Next(_methods.Length)] : null;
        int method = isNamed ? model.AssignMethod() : random.Next(model.Methods);
        CallFlags flags = (random.Next(12) == 0 ? CallFlags.OneWay : 0) | (random.Next(6) == 0 ? CallFlags.Deadline : 0) | (random.Next(2) == 0 ? CallFlags.Credit : 0);
        return random.Next(8) == 0
            ? RawFrames.AnnouncedCall(model.OpenCall(), method, Math.Max(1, Number()), name, flags & CallFlags.OneWay)
            : RawFrames.Call(model.OpenCall(), method, name, flags, mutator.Payload(), Number(), random.Next(8) == 0 ? Metadata() : null, parent, Number());
    }

    private byte[]? Status()
    {
        if (model.Victims() is not (> 0 and ulong id))
        {
            return null;
        }

        model.Answer(id);
        return RawFrames.Status(
            id, (RpcStatusCode)(random.Next(2) == 0 ? 0 : random.Next(20)), random.Next(2) == 0 ? mutator.Payload() : null, random.Next(6) == 0 ? Metadata() : null);
    }

    private byte[]? Credit()
    {
        ulong id = AnyId();
        int bytes = random.Next(4) == 0 ? (int)Math.Min(Number() + 1, 1 << 20) : random.Next(1, 20_000);
        return id > 0 ? RawFrames.Credit(id, bytes, Stream()) : RawFrames.Credit(0, random.Next(1, 1000));
    }

    private byte[] Metadata() => random.Next(4) switch
    {
        0 => RawFrames.Metadata(("key", "value")),
        1 => RawFrames.Metadata(("key", new string('v', random.Next(9_000)))),
        2 => RawFrames.Metadata([.. Enumerable.Range(0, random.Next(80)).Select(entry => ($"k{entry}", ""))]),
        _ => [0x92, .. Values.Elements[random.Next(50)], .. Values.Elements[random.Next(50)]],
    };

    private byte[] Bytes() => new byte[random.Next(12) switch { 0 => 0, < 6 => random.Next(1, 10), < 11 => random.Next(1, 400), _ => random.Next(1, 16_384) }];

    private ulong AnyId() => random.Next(2) == 0 ? model.Own() : model.Victims();

    private int Stream() => random.Next(10) switch { < 5 => 0, < 8 => 1, 8 => 2, _ => random.Next(5) };

    private ulong Number() => Values.Numbers[random.Next(Values.Numbers.Count)];
}
