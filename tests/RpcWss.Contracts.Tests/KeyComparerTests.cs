using System.Numerics;

namespace RpcWss.Contracts.Tests;

/// <summary>Keys that are equal have equal hashes, whatever their bits; others mostly do not.</summary>
public sealed class KeyComparerTests
{
    [Fact]
    public void Equal_keys_have_equal_hashes()
    {
        Same(RpcKeyComparer.Single, 0f, -0f);
        Same(RpcKeyComparer.Single, float.NaN, BitConverter.Int32BitsToSingle(0x7FC00001));
        Same(RpcKeyComparer.Double, 0d, -0d);
        Same(RpcKeyComparer.Double, double.NaN, -double.NaN);
        Same(RpcKeyComparer.Decimal, 1.0m, 1.000m);
        Same(RpcKeyComparer.Decimal, 0m, -0.00m);
        Same(RpcKeyComparer.Decimal, -12345.6700m, -12345.67m);
        Same(RpcKeyComparer.Decimal, 79228162514264337593543950335m, 79228162514264337593543950335m);
        Same(RpcKeyComparer.DateTime, new DateTime(5, DateTimeKind.Utc), new DateTime(5, DateTimeKind.Local));
        Same(RpcKeyComparer.DateTimeOffset, new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 1, 1, 13, 0, 0, TimeSpan.FromHours(1)));
        Same(RpcKeyComparer.Version, new Version(1, 2), new Version(1, 2));
        Same(RpcKeyComparer.BigInteger, BigInteger.Pow(2, 100), BigInteger.Pow(4, 50));
        Same(RpcKeyComparer.Bits<Guid>(), Guid.AllBitsSet, Guid.AllBitsSet);
    }

    [Fact]
    public void Different_keys_are_different()
    {
        Assert.Equal(1000, Enumerable.Range(0, 1000).Select(number => RpcKeyComparer.Bits<int>().GetHashCode(number)).Distinct().Count());
        Assert.Equal(1000, Enumerable.Range(0, 1000).Select(number => RpcKeyComparer.Bits<long>().GetHashCode(((long)number << 32) | (uint)number)).Distinct().Count());
        Assert.Equal(1000, Enumerable.Range(0, 1000).Select(number => RpcKeyComparer.Decimal.GetHashCode(number / 100m)).Distinct().Count());
        Assert.Equal(1000, Enumerable.Range(0, 1000).Select(number => RpcKeyComparer.BigInteger.GetHashCode(BigInteger.Pow(3, number))).Distinct().Count());
        Assert.False(RpcKeyComparer.Version.Equals(new Version(1, 2), new Version(1, 2, 0)));
    }

    private static void Same<T>(IEqualityComparer<T> comparer, T left, T right)
    {
        Assert.True(comparer.Equals(left, right));
        Assert.Equal(comparer.GetHashCode(left!), comparer.GetHashCode(right!));
    }
}
