using System.Collections;
using System.Numerics;
using System.Text;
using CsCheck;
using RpcWss.Contracts.Tests.Data;

namespace RpcWss.Contracts.Tests;

/// <summary>Rare leaf types have MessagePack-CSharp's bytes; those that it does not know have the bytes that the documentation says.</summary>
public sealed class RareLeafTests
{
    private static readonly Echo<IRareLeaves> _echo = new(new RareLeaves());
    private static readonly Cases _cases = Make();

    public static TheoryData<string> Names => _cases.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public Task A_leaf_has_the_same_bytes(string name) => _cases[name]();

    [Fact]
    public Task Random_numbers_of_128_bits_are_16_bytes() => Gen.Select(Gen.ULong, Gen.ULong).SampleAsync(
        async halves =>
        {
            var (upper, lower) = halves;
            var echo = new Echo<IRareLeaves>(new RareLeaves());
            var number = new UInt128(upper, lower);
            byte[] bytes = [.. BitConverter.GetBytes(lower), .. BitConverter.GetBytes(upper)];
            await echo.SameAs(echo.Proxy.UInt128, number, bytes);
            await echo.SameAs(echo.Proxy.Int128, unchecked((Int128)number), bytes);
        },
        iter: 200);

    [Fact]
    public async Task A_number_of_128_bits_may_be_null_and_a_key()
    {
        Assert.Null(await _echo.Proxy.MaybeInt128(null));
        Assert.Equal(Int128.MinValue, await _echo.Proxy.MaybeInt128(Int128.MinValue));
        Assert.Equal(2000, (await _echo.Proxy.Hundreds([.. Enumerable.Range(0, 2000).Select(number => (Int128)number)])).Count);
    }

    [Theory]
    [InlineData(15)]
    [InlineData(17)]
    [InlineData(0)]
    public async Task A_number_of_128_bits_has_exactly_16_bytes(int length)
    {
        var (proxy, wire) = LoopbackInvoker.Connect<IRareLeaves>(new RareLeaves());
        wire.Rewrite = _ => MessagePackSerializer.Serialize(new object[] { new byte[length] });

        Assert.Equal(RpcStatusCode.InvalidArgument, (await Assert.ThrowsAsync<RpcException>(() => proxy.Int128(0))).StatusCode);
        Assert.Equal(RpcStatusCode.InvalidArgument, (await Assert.ThrowsAsync<RpcException>(() => proxy.UInt128(0))).StatusCode);
    }

    [Theory]
    [InlineData(0, false, 0)]
    [InlineData(5, false, 5)]
    [InlineData(0, true, -1)]
    [InlineData(1, true, -2)]
    [InlineData(int.MaxValue, false, int.MaxValue)]
    [InlineData(int.MaxValue, true, int.MinValue)]
    public async Task An_index_from_the_end_is_the_complement(int value, bool fromEnd, int number)
    {
        await _echo.SameAs(_echo.Proxy.Index, new Index(value, fromEnd), number);
        await _echo.SameAs<Range, int[]>(_echo.Proxy.Range, new Range(3, new Index(value, fromEnd)), [3, number]);
    }

    [Fact]
    public async Task A_rune_is_its_number()
    {
        await _echo.SameAs(_echo.Proxy.Rune, new Rune(0x1F600), 0x1F600);
        await _echo.SameAs<Rune?, int?>(_echo.Proxy.MaybeRune, null, null);
    }

    private static Cases Make()
    {
        var cases = new Cases();
        var proxy = _echo.Proxy;
        cases.Same<IRareLeaves, Complex>(_echo, proxy.Complex, default, new(1.5, -2), new(double.NaN, double.PositiveInfinity));
        cases.Same<IRareLeaves, Complex?>(_echo, proxy.MaybeComplex, null, Complex.ImaginaryOne);
        cases.Same<IRareLeaves, StringBuilder?>(_echo, proxy.StringBuilder, null, new(), new("a€"), new StringBuilder("a").Append('b', 40_000));
        cases.Same<IRareLeaves, BitArray?>(_echo, proxy.BitArray, null, new(0), new([true, false, true]), new(new bool[100]));
        cases.Same<IRareLeaves, RareHolder>(_echo, proxy.Holder, new(), new RareHolder { Complex = new(1, 2), Text = new("x"), Bits = new([true]), Maybe = Complex.One });
        return cases;
    }
}
