using RpcWss.Contracts.Tests.Data;

namespace RpcWss.Contracts.Tests;

/// <summary>Unions have MessagePack-CSharp's bytes, and what is no case is told clearly instead of being lost.</summary>
public sealed class UnionTests
{
    private static readonly Echo<IUnions> _echo = new(new Unions());
    private static readonly Cases _cases = Make();

    public static TheoryData<string> Names => _cases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_union_has_the_same_bytes(string name) => _cases[name]();

    [Fact]
    public async Task A_case_comes_back_as_its_own_type()
    {
        Assert.IsType<Cat>(await _echo.Proxy.Animal(new Cat()));
        Assert.Equal(new Spot(1, 2), await _echo.Proxy.Shape(new Spot(1, 2)));
    }

    [Fact]
    public async Task A_key_that_is_not_known_is_an_invalid_argument_that_names_union_and_key()
    {
        var (proxy, wire) = LoopbackInvoker.Connect<IUnions>(new Unions());
        wire.Rewrite = static _ => new byte[] { 0x91, 0x92, 9, 0x90 };

        var error = await Assert.ThrowsAsync<RpcException>(() => proxy.Shape(null));

        Assert.Equal(RpcStatusCode.InvalidArgument, error.StatusCode);
        Assert.Contains("IShape' has no case 9", error.InnerException!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_value_that_is_no_case_fails_its_call_instead_of_arriving_as_null()
    {
        var error = await Assert.ThrowsAsync<RpcException>(() => _echo.Proxy.Shape(new Ring()));

        Assert.Contains("Ring' is not a case of the union", error.InnerException!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0x91, 0)]
    [InlineData(0x93, 0)]
    public async Task A_union_has_exactly_two_items(byte header, byte key)
    {
        var (proxy, wire) = LoopbackInvoker.Connect<IUnions>(new Unions());
        wire.Rewrite = _ => new byte[] { 0x91, header, key, 0x90, 0x90 };

        Assert.Equal(RpcStatusCode.InvalidArgument, (await Assert.ThrowsAsync<RpcException>(() => proxy.Shape(null))).StatusCode);
    }

    [Fact]
    public async Task Unions_within_unions_nest_no_deeper_than_anything_else()
    {
        IShape deep = new Circle();
        for (int level = 0; level < 40; level++)
        {
            deep = new Named { Inner = deep };
        }

        var error = await Assert.ThrowsAsync<RpcException>(() => _echo.Proxy.Shape(deep));

        Assert.Contains("deeper than 64 levels", error.InnerException!.Message, StringComparison.Ordinal);
    }

    private static Cases Make()
    {
        var cases = new Cases();
        cases.Same<IUnions, IShape?>(_echo, _echo.Proxy.Shape, null, new Circle { Radius = 1.5 }, new Square(3), new Spot(1, -2), new Named { Name = "a", Inner = new Square(1) });
        cases.Same<IUnions, Animal?>(_echo, _echo.Proxy.Animal, null, new Cat { Name = "Tom", Lives = 8 }, new Dog { Name = "Spike", Chases = new Cat() });
        cases.Same<IUnions, List<IShape?>>(_echo, _echo.Proxy.List, [], [null, new Circle(), new Square(1)]);
        cases.Same<IUnions, IShape[]>(_echo, _echo.Proxy.Array, [], [new Circle(), new Spot()]);
        cases.Same<IUnions, Dictionary<string, Animal>>(_echo, _echo.Proxy.Named, new Dictionary<string, Animal> { ["a"] = new Cat(), ["b"] = new Dog() });
        cases.Same<IUnions, ShapeHolder>(_echo, _echo.Proxy.Holder, new(), new ShapeHolder { Shape = new Square(2), Animals = [new Cat(), new Dog()] });
        cases.Same<IUnions, IOuter>(_echo, _echo.Proxy.Outer, new Inside { Shape = new Circle() }, new Repeated { Items = [new Inside(), new Repeated { Items = [] }] });
        cases.Same<IUnions, IBox<int>>(_echo, _echo.Proxy.Box, new Box { Value = 4 });
        cases.Same<IUnions, (IShape, Animal?)>(_echo, _echo.Proxy.Pair, (new Circle(), null), (new Square(1), new Cat()));
        cases.Same<IUnions, FolderEntry>(_echo, _echo.Proxy.Folder, new FileEntry("a", 1), new Folder("b", [new FileEntry("c", 2), new Folder("d", [])]));
        cases.Same<IUnions, IWide>(_echo, _echo.Proxy.Wide, new Circle0(), new Circle1());
        return cases;
    }
}
