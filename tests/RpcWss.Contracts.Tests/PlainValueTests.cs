using System.Buffers;
using MessagePack;
using RpcWss.Generated;

namespace RpcWss.Contracts.Tests;

/// <summary>The short way of numbers and truth values writes what MessagePack writes, and reads what MessagePack reads or fails without a word.</summary>
public sealed class PlainValueTests
{
    private static readonly long[] _numbers =
    [
        .. Enumerable.Range(0, 64).SelectMany(bits => new[] { (1L << bits) - 1, 1L << bits, (1L << bits) + 1 }).SelectMany(number => new[] { number, -number }),
        .. Enumerable.Range(-300, 600).Select(number => (long)number),
    ];

    private delegate void Write(ref MessagePackWriter writer);

    private delegate void WritePlain(ref RpcValueWriter writer);

    private delegate T Read<T>(ref RpcValueReader reader);

    private delegate T ReadGenerally<T>(ref MessagePackReader reader);

    [Fact]
    public void Numbers_have_the_bytes_of_MessagePack()
    {
        foreach (long number in _numbers)
        {
            SameBytes((ref MessagePackWriter writer) => writer.Write(number), (ref RpcValueWriter writer) => writer.Write(number));
            SameBytes((ref MessagePackWriter writer) => writer.Write((ulong)number), (ref RpcValueWriter writer) => writer.Write((ulong)number));
            SameBytes((ref MessagePackWriter writer) => writer.Write((int)number), (ref RpcValueWriter writer) => writer.Write((int)number));
            SameBytes((ref MessagePackWriter writer) => writer.Write((uint)number), (ref RpcValueWriter writer) => writer.Write((uint)number));
            SameBytes((ref MessagePackWriter writer) => writer.Write((short)number), (ref RpcValueWriter writer) => writer.Write((short)number));
            SameBytes((ref MessagePackWriter writer) => writer.Write((ushort)number), (ref RpcValueWriter writer) => writer.Write((ushort)number));
            SameBytes((ref MessagePackWriter writer) => writer.Write((sbyte)number), (ref RpcValueWriter writer) => writer.Write((sbyte)number));
            SameBytes((ref MessagePackWriter writer) => writer.Write((byte)number), (ref RpcValueWriter writer) => writer.Write((byte)number));
            SameBytes((ref MessagePackWriter writer) => writer.Write((double)number), (ref RpcValueWriter writer) => writer.Write((double)number));
            SameBytes((ref MessagePackWriter writer) => writer.Write((float)number), (ref RpcValueWriter writer) => writer.Write((float)number));
            SameBytes((ref MessagePackWriter writer) => writer.Write(number > 0), (ref RpcValueWriter writer) => writer.Write(number > 0));
        }
    }

    /// <summary>Every first byte, with more behind it than any number has, with exactly a number's bytes, and with too few.</summary>
    [Fact]
    public void What_is_read_is_what_MessagePack_reads()
    {
        byte[] tail = [0x01, 0x82, 0x03, 0x84, 0x05, 0x86, 0x07, 0x88];
        foreach (byte[] rest in new[] { tail, [0x80, .. tail[1..]], [.. Enumerable.Repeat((byte)0xff, 8)], new byte[8] })
        {
            for (int code = 0; code <= byte.MaxValue; code++)
            {
                for (int length = 0; length <= rest.Length; length++)
                {
                    byte[] bytes = [(byte)code, .. rest[..length]];
                    SameValue(bytes, static (ref RpcValueReader reader) => reader.ReadInt64(), static (ref MessagePackReader reader) => reader.ReadInt64(), true);
                    SameValue(bytes, static (ref RpcValueReader reader) => reader.ReadUInt64(), static (ref MessagePackReader reader) => reader.ReadUInt64(), false);
                    SameValue(bytes, static (ref RpcValueReader reader) => reader.ReadInt32(), static (ref MessagePackReader reader) => reader.ReadInt32(), true);
                    SameValue(bytes, static (ref RpcValueReader reader) => reader.ReadUInt32(), static (ref MessagePackReader reader) => reader.ReadUInt32(), true);
                    SameValue(bytes, static (ref RpcValueReader reader) => reader.ReadInt16(), static (ref MessagePackReader reader) => reader.ReadInt16(), true);
                    SameValue(bytes, static (ref RpcValueReader reader) => reader.ReadUInt16(), static (ref MessagePackReader reader) => reader.ReadUInt16(), true);
                    SameValue(bytes, static (ref RpcValueReader reader) => reader.ReadSByte(), static (ref MessagePackReader reader) => reader.ReadSByte(), true);
                    SameValue(bytes, static (ref RpcValueReader reader) => reader.ReadByte(), static (ref MessagePackReader reader) => reader.ReadByte(), true);
                    SameValue(bytes, static (ref RpcValueReader reader) => reader.ReadDouble(), static (ref MessagePackReader reader) => reader.ReadDouble(), false);
                    SameValue(bytes, static (ref RpcValueReader reader) => reader.ReadSingle(), static (ref MessagePackReader reader) => reader.ReadSingle(), false);
                    SameValue(bytes, static (ref RpcValueReader reader) => reader.ReadBoolean(), static (ref MessagePackReader reader) => reader.ReadBoolean(), true);
                }
            }
        }
    }

    [Fact]
    public void An_argument_list_has_its_header()
    {
        for (int count = 0; count <= 15; count++)
        {
            byte[] bytes = new byte[RpcValueWriter.LengthOf(count)];
            var writer = new RpcValueWriter(bytes, count);
            for (int value = 0; value < count; value++)
            {
                writer.Write(ulong.MaxValue);
            }

            Assert.Equal(bytes.Length, writer.Length);
            var reader = new MessagePackReader(bytes);
            Assert.Equal(count, reader.ReadArrayHeader());
        }
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0x91, 0x01 })]
    [InlineData(new byte[] { 0x93, 0x01, 0x02, 0x03 })]
    [InlineData(new byte[] { 0x92, 0x01 })]
    [InlineData(new byte[] { 0x92, 0x01, 0x02, 0x03 })]
    [InlineData(new byte[] { 0xdc, 0x00, 0x02, 0x01, 0x02 })]
    [InlineData(new byte[] { 0x92, 0xc0, 0x02 })]
    public void A_list_of_other_than_two_ints_is_not_read(byte[] bytes)
    {
        var reader = new RpcValueReader(bytes, 2);
        reader.ReadInt32();
        reader.ReadInt32();

        Assert.False(reader.IsComplete);
    }

    [Fact]
    public void A_list_that_could_not_be_read_stays_unread()
    {
        var reader = new RpcValueReader([0x92, 0xa0, 0x01], 2);
        reader.ReadInt32();
        for (int more = 0; more < 10; more++)
        {
            reader.ReadInt32();
            reader.ReadDouble();
            reader.ReadBoolean();
            Assert.False(reader.IsComplete);
        }
    }

    private static void SameBytes(Write write, WritePlain writePlain)
    {
        var expected = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(expected);
        writer.WriteArrayHeader(1);
        write(ref writer);
        writer.Flush();
        byte[] actual = new byte[RpcValueWriter.LengthOf(1)];
        var plain = new RpcValueWriter(actual, 1);
        writePlain(ref plain);

        Assert.Equal(expected.WrittenSpan, actual.AsSpan(0, plain.Length));
    }

    private static void SameValue<T>(byte[] bytes, Read<T> read, ReadGenerally<T> readGenerally, bool readsAll)
    {
        byte[] list = [0x91, .. bytes];
        var plain = new RpcValueReader(list, 1);
        T value = read(ref plain);
        var reader = new MessagePackReader(list);
        reader.ReadArrayHeader();
        try
        {
            T expected = readGenerally(ref reader);
            if (plain.IsComplete)
            {
                Assert.True(reader.End);
                Assert.Equal(expected, value);
            }
            else
            {
                Assert.False(readsAll && reader.End, $"{Convert.ToHexString(bytes)} was not read as {typeof(T).Name}.");
            }
        }
        catch (Exception error) when (error is MessagePackSerializationException or EndOfStreamException or OverflowException)
        {
            Assert.False(plain.IsComplete, $"{Convert.ToHexString(bytes)} was read as {typeof(T).Name}.");
        }
    }
}
