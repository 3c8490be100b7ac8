using System.ComponentModel;
using System.Numerics;
using System.Runtime.InteropServices;

namespace RpcWss.Generated;

/// <summary>
/// Comparers for keys that a peer sends. Their hashes are seeded at random for each process, so that nobody can send keys that all
/// collide; equality is the type's own. Used by generated code.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RpcKeyComparer
{
    /// <summary>For <see cref="float"/>.</summary>
    public static IEqualityComparer<float> Single { get; } =
        new Projected<float, float>(static value => value == 0 ? 0 : float.IsNaN(value) ? float.NaN : value);

    /// <summary>For <see cref="double"/>.</summary>
    public static IEqualityComparer<double> Double { get; } =
        new Projected<double, double>(static value => value == 0 ? 0 : double.IsNaN(value) ? double.NaN : value);

    /// <summary>For <see cref="decimal"/>; dividing removes trailing zeros, so that 1.0 and 1.00 hash alike.</summary>
    public static IEqualityComparer<decimal> Decimal { get; } =
        new Projected<decimal, decimal>(static value => value == 0 ? 0 : value / 1.0000000000000000000000000000m);

    /// <summary>For <see cref="System.DateTime"/>, whose kind does not count.</summary>
    public static IEqualityComparer<DateTime> DateTime { get; } = new Projected<DateTime, long>(static value => value.Ticks);

    /// <summary>For <see cref="System.DateTimeOffset"/>, whose offset does not count.</summary>
    public static IEqualityComparer<DateTimeOffset> DateTimeOffset { get; } =
        new Projected<DateTimeOffset, long>(static value => value.UtcTicks);

    /// <summary>For <see cref="System.Version"/>.</summary>
    public static IEqualityComparer<Version> Version { get; } =
        new Projected<Version, (int, int, int, int)>(static value => (value.Major, value.Minor, value.Build, value.Revision));

    /// <summary>For <see cref="System.Numerics.BigInteger"/>.</summary>
    public static IEqualityComparer<BigInteger> BigInteger { get; } = new LargeNumbers();

    /// <summary>For types whose values are equal when their bits are.</summary>
    public static IEqualityComparer<T> Bits<T>()
        where T : unmanaged => Cache<T>.Comparer;

    /// <summary>The runtime's hash of strings, seeded and made to withstand collisions, over any bytes.</summary>
    private static int Hash(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % 2 == 0)
        {
            return string.GetHashCode(MemoryMarshal.Cast<byte, char>(bytes));
        }

        Span<byte> even = bytes.Length < 256 ? stackalloc byte[bytes.Length + 1] : new byte[bytes.Length + 1];
        even[^1] = 0;
        bytes.CopyTo(even);
        return string.GetHashCode(MemoryMarshal.Cast<byte, char>(even));
    }

    private static class Cache<T>
        where T : unmanaged
    {
        public static readonly IEqualityComparer<T> Comparer = new Projected<T, T>(static value => value);
    }

    /// <summary>Hashes the bits of what equal keys have in common.</summary>
    private sealed class Projected<T, TBits>(Func<T, TBits> project) : IEqualityComparer<T>
        where TBits : unmanaged
    {
        public bool Equals(T? x, T? y) => EqualityComparer<T>.Default.Equals(x, y);

        public int GetHashCode(T value)
        {
            var bits = project(value);
            return Hash(MemoryMarshal.AsBytes(new ReadOnlySpan<TBits>(in bits)));
        }
    }

    private sealed class LargeNumbers : IEqualityComparer<BigInteger>
    {
        public bool Equals(BigInteger x, BigInteger y) => x.Equals(y);

        public int GetHashCode(BigInteger value) => Hash(value.ToByteArray());
    }
}
