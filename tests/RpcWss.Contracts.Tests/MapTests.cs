using CsCheck;
using RpcWss.Contracts.Tests.Data;

namespace RpcWss.Contracts.Tests;

/// <summary>Objects whose keys are names, and the rarer kinds of objects, have MessagePack-CSharp's bytes.</summary>
public sealed class MapTests
{
    private static readonly Echo<IMaps> _echo = new(new Maps());
    private static readonly Cases _cases = Make();

    public static TheoryData<string> Names => _cases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task An_object_has_the_same_bytes(string name) => _cases[name]();

    [Fact]
    public async Task Callbacks_run_before_writing_and_after_reading()
    {
        var back = await _echo.Proxy.Told(new MapTold());

        Assert.Equal((5, 1), (back.Written, back.Read));
    }

    [Fact]
    public async Task Names_that_are_missing_leave_defaults()
    {
        var (proxy, wire) = LoopbackInvoker.Connect<IMaps>(new Maps());
        wire.Rewrite = static _ => new byte[] { 0x91, 0x80 };

        Assert.Equal("unnamed", (await proxy.Mapped(null))!.Name);
        Assert.Equal(new ImmutableMap(0), await proxy.Immutable(new ImmutableMap(1)));
        Assert.Equal(3, (await proxy.Required(new RequiredMap { Id = 1, Name = "" })).Count);
    }

    [Fact]
    public void A_name_split_over_two_segments_is_recognized()
    {
        byte[] bytes = MessagePackSerializer.Serialize(new[] { new Mapped { Id = 77, Name = "x" } }, cancellationToken: TestContext.Current.CancellationToken);
        for (int split = 1; split < bytes.Length; split++)
        {
            var reader = new MessagePackReader(Split(bytes, split));
            Assert.Equal(1, reader.ReadArrayHeader());
            int members = reader.ReadMapHeader();
            Assert.Equal("Id"u8.ToArray(), RpcWss.Generated.RpcFormat.ReadKey(ref reader).ToArray());
            Assert.Equal(4, members);
        }
    }

    [Fact]
    public Task Random_maps_have_the_same_bytes() =>
        Gen.Select(Gen.Int, Gen.String.Null(), Gen.Enum<DayOfWeek>().Nullable(), Gen.Int.Array[0, 5]).SampleAsync(
            async values =>
            {
                var (id, name, day, children) = values;
                var echo = new Echo<IMaps>(new Maps());
                await echo.SameAsMessagePack<Mapped?>(echo.Proxy.Mapped, new Mapped { Id = id, Name = name, Day = day, Children = [.. children.Select(child => new Mapped { Id = child })] });
                await echo.SameAsMessagePack<ImmutableMap>(echo.Proxy.Immutable, new ImmutableMap(id, name) { Count = children.Length });
            },
            iter: 200);

    private static Cases Make()
    {
        var cases = new Cases();
        cases.Same<IMaps, Mapped?>(_echo, _echo.Proxy.Mapped, null, new(), new() { Id = 3, Name = null, Day = DayOfWeek.Monday, Ignored = 1, Children = [new() { Id = 4 }] });
        cases.Same<IMaps, Marked>(_echo, _echo.Proxy.Marked, new(), new() { First = 1, Second = "b" });
        cases.Same<IMaps, OrderedNames>(_echo, _echo.Proxy.Ordered, new OrderedNames { First = 1, Second = 2, Last = 3 });
        cases.Same<IMaps, ByContract>(_echo, _echo.Proxy.Contract, new(), new() { Number = 1, Text = "a", NotSent = 1, Ignored = 2 });
        cases.Same<IMaps, ByOrderNumbers>(_echo, _echo.Proxy.Numbered, new(), new() { Number = 1, Text = "a" });
        cases.Same<IMaps, DerivedMap>(_echo, _echo.Proxy.Mixed, new(), new() { BaseField = 1, BaseProperty = 2, DerivedField = 3, DerivedProperty = 4, Overridden = null });
        cases.Same<IMaps, ImmutableMap>(_echo, _echo.Proxy.Immutable, new(1), new(1, null) { Count = 2, Later = 3 });
        cases.Same<IMaps, MapPoint>(_echo, _echo.Proxy.Point, default, new(1.5, -2));
        cases.Same<IMaps, MapPoint?>(_echo, _echo.Proxy.Nullable, null, new MapPoint(1.5, -2));
        cases.Same<IMaps, Renamed>(_echo, _echo.Proxy.Renamed, new(0, null), new(1, "a"));
        cases.Same<IMaps, Fields>(_echo, _echo.Proxy.Fields, new Fields { A = 1, B = "b", C = 2.5 });
        cases.Same<IMaps, ReadOnlyPoint>(_echo, _echo.Proxy.ReadOnly, default, new(1, 2));
        cases.Same<IMaps, Heir>(_echo, _echo.Proxy.Heir, new Heir { A = 1, AncestorField = 2, H = 3, HeirField = 4 });
        cases.Same<IMaps, MapTold>(_echo, _echo.Proxy.Told, new MapTold());
        cases.Same<IMaps, Hollow>(_echo, _echo.Proxy.Hollow, new Hollow());
        cases.Same<IMaps, MapPage<int>>(_echo, _echo.Proxy.Page, new(), new() { Items = [1, 2], Next = new() });
        cases.Same<IMaps, RequiredMap>(_echo, _echo.Proxy.Required, new RequiredMap { Id = 1, Name = null }, new() { Id = 1, Name = "a", Count = 9 });
        cases.Same<IMaps, UnicodeNames>(_echo, _echo.Proxy.Unicode, new UnicodeNames { Size = 1, Long = 2 });
        cases.Same<IMaps, ManyNames>(_echo, _echo.Proxy.Many, new ManyNames { A1 = 1, A17 = 17 });
        cases.Same<IMaps, Primary>(_echo, _echo.Proxy.Primary, new Primary(1, "a"), new(1, "a", 5));
        cases.Same<IMaps, MapTree>(_echo, _echo.Proxy.Recursive, new MapTree { Left = new() { Right = new() } });
        cases.Same<IMaps, MapEnum>(_echo, _echo.Proxy.Enum, new(), new() { Day = DayOfWeek.Friday, @event = DayOfWeek.Monday });
        cases.Same<IMaps, Level3>(_echo, _echo.Proxy.Level, new Level3 { One = 1, Two = 2, Three = 3 });
        return cases;
    }

    private static System.Buffers.ReadOnlySequence<byte> Split(byte[] bytes, int at)
    {
        var last = new Segment(bytes.AsMemory(at), at);
        return new(new Segment(bytes.AsMemory(0, at), 0) { Following = last }, 0, last, bytes.Length - at);
    }

    private sealed class Segment : System.Buffers.ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory, long start)
        {
            Memory = memory;
            RunningIndex = start;
        }

        public Segment Following
        {
            set => Next = value;
        }
    }
}
