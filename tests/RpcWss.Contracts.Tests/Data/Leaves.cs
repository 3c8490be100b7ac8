using System.Numerics;
using System.Text;

namespace RpcWss.Contracts.Tests.Data;

/// <summary>Every leaf type, there and back.</summary>
[RpcContract]
public partial interface ILeaves
{
    Task<bool> Boolean(bool value);

    Task<sbyte> SByte(sbyte value);

    Task<byte> Byte(byte value);

    Task<short> Int16(short value);

    Task<ushort> UInt16(ushort value);

    Task<int> Int32(int value);

    Task<uint> UInt32(uint value);

    Task<long> Int64(long value);

    Task<ulong> UInt64(ulong value);

    Task<float> Single(float value);

    Task<double> Double(double value);

    Task<Half> Half(Half value);

    Task<decimal> Decimal(decimal value);

    Task<char> Char(char value);

    Task<Rune> Rune(Rune value);

    Task<string?> String(string? value);

    Task<byte[]?> Bytes(byte[]? value);

    Task<Memory<byte>> Memory(Memory<byte> value);

    Task<ReadOnlyMemory<byte>> ReadOnlyMemory(ReadOnlyMemory<byte> value);

    Task<ArraySegment<byte>> Segment(ArraySegment<byte> value);

    Task<Guid> Guid(Guid value);

    Task<DateTime> DateTime(DateTime value);

    Task<DateTimeOffset> DateTimeOffset(DateTimeOffset value);

    Task<TimeSpan> TimeSpan(TimeSpan value);

    Task<DateOnly> DateOnly(DateOnly value);

    Task<TimeOnly> TimeOnly(TimeOnly value);

    Task<Uri?> Uri(Uri? value);

    Task<Version?> Version(Version? value);

    Task<BigInteger> BigInteger(BigInteger value);

    Task<int?> NullableInt32(int? value);

    Task<Guid?> NullableGuid(Guid? value);

    Task<decimal?> NullableDecimal(decimal? value);

    Task<DateTime?> NullableDateTime(DateTime? value);

    Task<ReadOnlyMemory<byte>?> NullableMemory(ReadOnlyMemory<byte>? value);

    Task<DayOfWeek> Enum(DayOfWeek value);

    Task<Tiny> TinyEnum(Tiny value);

    Task<Huge?> HugeEnum(Huge? value);
}

public enum Tiny : sbyte
{
    Least = -128,
    Zero = 0,
    Most = 127,
}

public enum Huge : ulong
{
    Zero = 0,
    Most = ulong.MaxValue,
}

public sealed class Leaves : ILeaves
{
    public Task<bool> Boolean(bool value) => Task.FromResult(value);

    public Task<sbyte> SByte(sbyte value) => Task.FromResult(value);

    public Task<byte> Byte(byte value) => Task.FromResult(value);

    public Task<short> Int16(short value) => Task.FromResult(value);

    public Task<ushort> UInt16(ushort value) => Task.FromResult(value);

    public Task<int> Int32(int value) => Task.FromResult(value);

    public Task<uint> UInt32(uint value) => Task.FromResult(value);

    public Task<long> Int64(long value) => Task.FromResult(value);

    public Task<ulong> UInt64(ulong value) => Task.FromResult(value);

    public Task<float> Single(float value) => Task.FromResult(value);

    public Task<double> Double(double value) => Task.FromResult(value);

    public Task<Half> Half(Half value) => Task.FromResult(value);

    public Task<decimal> Decimal(decimal value) => Task.FromResult(value);

    public Task<char> Char(char value) => Task.FromResult(value);

    public Task<Rune> Rune(Rune value) => Task.FromResult(value);

    public Task<string?> String(string? value) => Task.FromResult(value);

    public Task<byte[]?> Bytes(byte[]? value) => Task.FromResult(value);

    public Task<Memory<byte>> Memory(Memory<byte> value) => Task.FromResult(value);

    public Task<ReadOnlyMemory<byte>> ReadOnlyMemory(ReadOnlyMemory<byte> value) => Task.FromResult(value);

    public Task<ArraySegment<byte>> Segment(ArraySegment<byte> value) => Task.FromResult(value);

    public Task<Guid> Guid(Guid value) => Task.FromResult(value);

    public Task<DateTime> DateTime(DateTime value) => Task.FromResult(value);

    public Task<DateTimeOffset> DateTimeOffset(DateTimeOffset value) => Task.FromResult(value);

    public Task<TimeSpan> TimeSpan(TimeSpan value) => Task.FromResult(value);

    public Task<DateOnly> DateOnly(DateOnly value) => Task.FromResult(value);

    public Task<TimeOnly> TimeOnly(TimeOnly value) => Task.FromResult(value);

    public Task<Uri?> Uri(Uri? value) => Task.FromResult(value);

    public Task<Version?> Version(Version? value) => Task.FromResult(value);

    public Task<BigInteger> BigInteger(BigInteger value) => Task.FromResult(value);

    public Task<int?> NullableInt32(int? value) => Task.FromResult(value);

    public Task<Guid?> NullableGuid(Guid? value) => Task.FromResult(value);

    public Task<decimal?> NullableDecimal(decimal? value) => Task.FromResult(value);

    public Task<DateTime?> NullableDateTime(DateTime? value) => Task.FromResult(value);

    public Task<ReadOnlyMemory<byte>?> NullableMemory(ReadOnlyMemory<byte>? value) => Task.FromResult(value);

    public Task<DayOfWeek> Enum(DayOfWeek value) => Task.FromResult(value);

    public Task<Tiny> TinyEnum(Tiny value) => Task.FromResult(value);

    public Task<Huge?> HugeEnum(Huge? value) => Task.FromResult(value);
}
