using CsCheck;
using RpcWss.Contracts.Tests.Data;

namespace RpcWss.Contracts.Tests;

/// <summary>Data types have MessagePack-CSharp's bytes, and keep their defaults where a peer sends less.</summary>
public sealed class ObjectTests
{
    private readonly Echo<IObjects> _echo = new(new Objects());

    [Fact]
    public async Task Settable_members_holes_and_computed_members()
    {
        await _echo.SameAsMessagePack<Settable?>(_echo.Proxy.Settable, null, new(), new() { Id = 3, Name = null, Day = DayOfWeek.Monday, Ignored = 1, Children = [new() { Id = 4 }] });
    }

    [Fact]
    public async Task Records_and_structs()
    {
        await _echo.SameAsMessagePack<Positional>(_echo.Proxy.Positional, new(1, "a"), new(2, null));
        await _echo.SameAsMessagePack<Point>(_echo.Proxy.Point, default, new(1.5, -2));
        await _echo.SameAsMessagePack<Point?>(_echo.Proxy.MaybePoint, null, new(1.5, -2));
        await _echo.SameAsMessagePack<Outer.Inner[]>(_echo.Proxy.Nested, [], [new() { Id = 1, Pair = (2, "x") }]);
        await _echo.SameAsMessagePack<Empty>(_echo.Proxy.Empty, new Empty());
    }

    [Fact]
    public async Task Init_and_required_members_and_constructors()
    {
        await _echo.SameAsMessagePack<Initialized>(_echo.Proxy.Initialized, new(), new() { Id = 1, Name = null, Count = 0 });
        await _echo.SameAsMessagePack<Demanding>(_echo.Proxy.Demanding, new Demanding { Id = 1, Name = "a", Secret = "kept" });
        await _echo.SameAsMessagePack<Chosen>(_echo.Proxy.Chosen, new Chosen(1, "a") { Later = 2 });
        await _echo.SameAsMessagePack<ByOrder>(_echo.Proxy.ByOrder, new ByOrder(1, "a"));
    }

    [Fact]
    public async Task Bases_generics_and_recursion()
    {
        await _echo.SameAsMessagePack<Derived>(_echo.Proxy.Derived, new Derived { Id = 1, Name = "a", Extra = 2 });
        await _echo.SameAsMessagePack<Page<Positional>>(_echo.Proxy.Page, new Page<Positional> { Items = [new(1, "a")], Next = new() { First = new(2, "b") } });
        await _echo.SameAsMessagePack<Tree>(_echo.Proxy.Tree, new Tree { Value = 1, Left = new() { Value = 2 }, Named = new() { ["a"] = new() { Left = new() } } });
    }

    [Fact]
    public async Task Random_trees_have_the_same_bytes()
    {
        var tree = Gen.Recursive<Tree>((depth, inner) => Gen.Select(
            Gen.Int,
            depth < 4 ? inner.Null() : Gen.Const(static () => (Tree?)null),
            depth < 3 ? Gen.Dictionary(Gen.String, inner)[0, 3].Null() : Gen.Const(static () => (Dictionary<string, Tree>?)null),
            static (value, left, named) => new Tree { Value = value, Left = left, Named = named }));

        await tree.SampleAsync(async value => await SameTreeAsync(value), iter: 200);
    }

    [Fact]
    public async Task Callbacks_run_before_writing_and_after_reading()
    {
        var (proxy, _) = LoopbackInvoker.Connect<IObjects>(new Objects());
        var value = new Told();

        var back = await proxy.Told(value);

        // The service returns what it read, which is written once more.
        Assert.Equal(1, value.Written);
        Assert.Equal(2, back.Written);
        Assert.Equal(1, back.Read);
    }

    [Fact]
    public async Task Members_that_an_older_peer_does_not_send_keep_their_defaults()
    {
        var (proxy, wire) = LoopbackInvoker.Connect<IObjects>(new Objects());

        wire.Rewrite = static _ => Arguments(static (ref MessagePackWriter writer) => { writer.WriteArrayHeader(1); writer.Write(9); });
        var settable = await proxy.Settable(null);
        var positional = await proxy.Positional(new(0));
        var initialized = await proxy.Initialized(new());
        var demanding = await proxy.Demanding(new() { Id = 1, Name = "", Secret = "" });
        var chosen = await proxy.Chosen(new(1, ""));

        Assert.Equal((9, "unnamed"), (settable!.Id, settable.Name));
        Assert.Equal(new Positional(9, "unnamed"), positional);
        Assert.Equal((9, "unnamed", 3), (initialized.Id, initialized.Name, initialized.Count));
        Assert.Equal((9, null, 3), (demanding.Id, demanding.Name, demanding.Count));
        Assert.Equal((9, null, 5), (chosen.Id, chosen.Name, chosen.Later));
    }

    [Fact]
    public async Task Keys_that_a_newer_peer_sends_are_skipped_whatever_they_hold()
    {
        var (proxy, wire) = LoopbackInvoker.Connect<IObjects>(new Objects());
        wire.Rewrite = static _ => Arguments(static (ref MessagePackWriter writer) =>
        {
            writer.WriteArrayHeader(5);
            writer.Write(9);
            writer.Write("name");
            writer.WriteRaw(MessagePackSerializer.Serialize(new Dictionary<string, object[]> { ["a"] = [1, "b", new byte[3], null!, 1.5, DateTime.UnixEpoch] }));
            writer.WriteMapHeader(0);
            writer.WriteExtensionFormat(new ExtensionResult(5, new byte[20]));
        });

        Assert.Equal(new Positional(9, "name"), await proxy.Positional(new(0)));
    }

    private static Task SameTreeAsync(Tree value)
    {
        var echo = new Echo<IObjects>(new Objects());
        return echo.SameAsMessagePack<Tree>(echo.Proxy.Tree, value);
    }

    private delegate void Write(ref MessagePackWriter writer);

    private static ReadOnlyMemory<byte> Arguments(Write write)
    {
        var bytes = new System.Buffers.ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(bytes);
        writer.WriteArrayHeader(1);
        write(ref writer);
        writer.Flush();
        return bytes.WrittenMemory;
    }
}
