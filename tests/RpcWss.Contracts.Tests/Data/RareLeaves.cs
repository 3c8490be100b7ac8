using System.Collections;
using System.Numerics;
using System.Text;

namespace RpcWss.Contracts.Tests.Data;

/// <summary>Leaf types that are rare, there and back.</summary>
[RpcContract]
public partial interface IRareLeaves
{
    Task<Complex> Complex(Complex value);

    Task<Complex?> MaybeComplex(Complex? value);

    Task<StringBuilder?> StringBuilder(StringBuilder? value);

    Task<BitArray?> BitArray(BitArray? value);

    Task<Int128> Int128(Int128 value);

    Task<UInt128> UInt128(UInt128 value);

    Task<Int128?> MaybeInt128(Int128? value);

    Task<Index> Index(Index value);

    Task<Range> Range(Range value);

    Task<Rune> Rune(Rune value);

    Task<Rune?> MaybeRune(Rune? value);

    Task<RareHolder> Holder(RareHolder value);

    Task<HashSet<Int128>> Hundreds(HashSet<Int128> value);
}

[MessagePackObject]
public sealed class RareHolder
{
    [Key(0)]
    public Complex Complex { get; set; }

    [Key(1)]
    public StringBuilder? Text { get; set; }

    [Key(2)]
    public BitArray? Bits { get; set; }

    [Key(3)]
    public Complex? Maybe { get; set; }
}

public sealed class RareLeaves : IRareLeaves
{
    public Task<Complex> Complex(Complex value) => Task.FromResult(value);

    public Task<Complex?> MaybeComplex(Complex? value) => Task.FromResult(value);

    public Task<StringBuilder?> StringBuilder(StringBuilder? value) => Task.FromResult(value);

    public Task<BitArray?> BitArray(BitArray? value) => Task.FromResult(value);

    public Task<Int128> Int128(Int128 value) => Task.FromResult(value);

    public Task<UInt128> UInt128(UInt128 value) => Task.FromResult(value);

    public Task<Int128?> MaybeInt128(Int128? value) => Task.FromResult(value);

    public Task<Index> Index(Index value) => Task.FromResult(value);

    public Task<Range> Range(Range value) => Task.FromResult(value);

    public Task<Rune> Rune(Rune value) => Task.FromResult(value);

    public Task<Rune?> MaybeRune(Rune? value) => Task.FromResult(value);

    public Task<RareHolder> Holder(RareHolder value) => Task.FromResult(value);

    public Task<HashSet<Int128>> Hundreds(HashSet<Int128> value) => Task.FromResult(value);
}
