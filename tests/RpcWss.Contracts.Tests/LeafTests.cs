using System.Numerics;
using System.Text;
using RpcWss.Contracts.Tests.Data;

namespace RpcWss.Contracts.Tests;

/// <summary>Leaf types have MessagePack-CSharp's bytes, at their limits too.</summary>
public sealed class LeafTests
{
    private readonly Echo<ILeaves> _echo = new(new Leaves());

    [Fact]
    public async Task Integers_and_flags()
    {
        await _echo.SameAsMessagePack<bool>(_echo.Proxy.Boolean, true, false);
        await _echo.SameAsMessagePack<sbyte>(_echo.Proxy.SByte, sbyte.MinValue, -33, -32, -1, 0, sbyte.MaxValue);
        await _echo.SameAsMessagePack<byte>(_echo.Proxy.Byte, byte.MinValue, 127, 128, byte.MaxValue);
        await _echo.SameAsMessagePack<short>(_echo.Proxy.Int16, short.MinValue, -129, -1, 0, 255, 256, short.MaxValue);
        await _echo.SameAsMessagePack<ushort>(_echo.Proxy.UInt16, ushort.MinValue, 255, 256, ushort.MaxValue);
        await _echo.SameAsMessagePack<int>(_echo.Proxy.Int32, int.MinValue, -32769, -32768, 0, 65535, 65536, int.MaxValue);
        await _echo.SameAsMessagePack<uint>(_echo.Proxy.UInt32, uint.MinValue, 65535, 65536, uint.MaxValue);
        await _echo.SameAsMessagePack<long>(_echo.Proxy.Int64, long.MinValue, int.MinValue, -1, uint.MaxValue, long.MaxValue);
        await _echo.SameAsMessagePack<ulong>(_echo.Proxy.UInt64, ulong.MinValue, uint.MaxValue, ulong.MaxValue);
        await _echo.SameAsMessagePack<char>(_echo.Proxy.Char, 'a', '\0', '\uffff');
    }

    [Fact]
    public async Task Other_numbers()
    {
        await _echo.SameAsMessagePack<float>(_echo.Proxy.Single, 0, -0.0f, 1.5f, float.NaN, float.PositiveInfinity, float.Epsilon);
        await _echo.SameAsMessagePack<double>(_echo.Proxy.Double, 0, -0.0, Math.PI, double.NaN, double.NegativeInfinity, double.MaxValue);
        await _echo.SameAsMessagePack<Half>(_echo.Proxy.Half, (Half)1.5, Half.NaN, Half.MaxValue);
        await _echo.SameAsMessagePack<decimal>(_echo.Proxy.Decimal, 0, 0.00m, -1.50m, decimal.MaxValue, decimal.MinValue, -0.0000000000000000000000000001m, 7922816251426433759354395033.5m);
        await _echo.SameAsMessagePack<BigInteger>(_echo.Proxy.BigInteger, 0, -1, 255, BigInteger.Pow(2, 64), -BigInteger.Pow(10, 500), BigInteger.Pow(2, 8 * 254), BigInteger.Pow(2, 8 * 300));
    }

    [Fact]
    public async Task Text_and_bytes()
    {
        await _echo.SameAsMessagePack<string?>(_echo.Proxy.String, null, "", "a", new string('x', 31), new string('x', 32), new string('ä', 200), new string('€', 70_000), "\U0001F600");
        await _echo.SameAsMessagePack<byte[]?>(_echo.Proxy.Bytes, null, [], [1], new byte[255], new byte[256], new byte[70_000]);
        await _echo.SameAsMessagePack<Memory<byte>>(_echo.Proxy.Memory, default, new byte[] { 1, 2 }, new byte[300].AsMemory(10, 20));
        await _echo.SameAsMessagePack<ReadOnlyMemory<byte>>(_echo.Proxy.ReadOnlyMemory, default, new byte[] { 1, 2 });
        await _echo.SameAsMessagePack<ArraySegment<byte>>(_echo.Proxy.Segment, default, new byte[] { 1, 2 }, new ArraySegment<byte>(new byte[10], 3, 4));
        await _echo.SameAsMessagePack<ReadOnlyMemory<byte>?>(_echo.Proxy.NullableMemory, null, new byte[] { 1, 2 });
        await _echo.SameAsMessagePack<Uri?>(_echo.Proxy.Uri, null, new Uri("https://example.org/a b?c#d"), new Uri("../x", UriKind.Relative));
        await _echo.SameAsMessagePack<Version?>(_echo.Proxy.Version, null, new Version(1, 2), new Version(1, 2, 3, 4));
        await _echo.SameAsMessagePack<Guid>(_echo.Proxy.Guid, Guid.Empty, Guid.AllBitsSet, new Guid("0f8fad5b-d9cb-469f-a165-70867728950e"));
        await _echo.SameAsMessagePack<Guid?>(_echo.Proxy.NullableGuid, null, Guid.AllBitsSet);
    }

    [Fact]
    public async Task Times()
    {
        var now = new DateTime(2026, 11, 23, 7, 1, 2, 345, 678, DateTimeKind.Utc);
        await _echo.SameAsMessagePack<DateTime>(_echo.Proxy.DateTime, DateTime.MinValue, DateTime.MaxValue, DateTime.UnixEpoch, now, now.ToLocalTime(), DateTime.SpecifyKind(now, DateTimeKind.Unspecified));
        await _echo.SameAsMessagePack<DateTime?>(_echo.Proxy.NullableDateTime, null, now);
        await _echo.SameAsMessagePack<DateTimeOffset>(_echo.Proxy.DateTimeOffset, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromMinutes(-210)));
        await _echo.SameAsMessagePack<TimeSpan>(_echo.Proxy.TimeSpan, TimeSpan.Zero, TimeSpan.MinValue, TimeSpan.MaxValue, TimeSpan.FromTicks(1));
        await _echo.SameAsMessagePack<DateOnly>(_echo.Proxy.DateOnly, DateOnly.MinValue, DateOnly.MaxValue, new DateOnly(2026, 11, 23));
        await _echo.SameAsMessagePack<TimeOnly>(_echo.Proxy.TimeOnly, TimeOnly.MinValue, TimeOnly.MaxValue);
    }

    [Fact]
    public async Task Enums_and_nullable_values()
    {
        await _echo.SameAsMessagePack<DayOfWeek>(_echo.Proxy.Enum, DayOfWeek.Sunday, DayOfWeek.Friday, (DayOfWeek)(-1000));
        await _echo.SameAsMessagePack<Tiny>(_echo.Proxy.TinyEnum, Tiny.Least, Tiny.Most);
        await _echo.SameAsMessagePack<Huge?>(_echo.Proxy.HugeEnum, null, Huge.Zero, Huge.Most);
        await _echo.SameAsMessagePack<int?>(_echo.Proxy.NullableInt32, null, 0, int.MaxValue);
        await _echo.SameAsMessagePack<decimal?>(_echo.Proxy.NullableDecimal, null, 1.0m);
    }

    [Fact]
    public async Task A_rune_is_its_number_since_MessagePack_has_no_format_for_it()
    {
        var (proxy, wire) = LoopbackInvoker.Connect<ILeaves>(new Leaves());

        Assert.Equal(new Rune(0x1F600), await proxy.Rune(new Rune(0x1F600)));
        Assert.Equal(0x1F600, MessagePackSerializer.Deserialize<int>(wire.Result, cancellationToken: TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("Guid", "not a GUID")]
    [InlineData("Guid", "0f8fad5b-d9cb-469f-a165-70867728950e-and-more")]
    [InlineData("Guid", "{0f8fad5b-d9cb-469f-a165-70867728950e}")]
    [InlineData("Decimal", "1,5")]
    [InlineData("Decimal", "1.5x")]
    [InlineData("Decimal", "")]
    [InlineData("Version", "one")]
    [InlineData("Rune", "a")]
    public async Task Text_that_is_no_value_of_the_type_is_an_invalid_argument(string method, string text)
    {
        var (proxy, wire) = LoopbackInvoker.Connect<ILeaves>(new Leaves());
        wire.Rewrite = _ => MessagePackSerializer.Serialize(new[] { text });

        var error = await Assert.ThrowsAsync<RpcException>(() => method switch
        {
            "Guid" => proxy.Guid(default),
            "Decimal" => proxy.Decimal(default),
            "Version" => proxy.Version(default),
            _ => (Task)proxy.Rune(default),
        });

        Assert.Equal(RpcStatusCode.InvalidArgument, error.StatusCode);
        Assert.Equal("The argument 'value' could not be read.", error.Message);
    }
}
