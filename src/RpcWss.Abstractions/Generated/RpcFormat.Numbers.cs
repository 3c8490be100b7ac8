using System.Buffers;
using System.Buffers.Binary;
using System.Numerics;
using MessagePack;

namespace RpcWss.Generated;

public static partial class RpcFormat
{
    /// <summary>Writes a number of any size as a byte string, least significant byte first.</summary>
    public static void WriteBigInteger(ref MessagePackWriter writer, BigInteger value) => writer.Write(value.ToByteArray());

    /// <summary>Reads a number of any size from a byte string.</summary>
    public static BigInteger ReadBigInteger(ref MessagePackReader reader)
    {
        var bytes = reader.ReadBytes() ?? throw Unexpected("a number");
        return bytes.IsSingleSegment ? new BigInteger(bytes.FirstSpan) : new BigInteger(bytes.ToArray());
    }

    /// <summary>Writes a local time and its offset in minutes.</summary>
    public static void WriteDateTimeOffset(ref MessagePackWriter writer, DateTimeOffset value)
    {
        writer.WriteArrayHeader(2);
        writer.Write(new DateTime(value.Ticks, DateTimeKind.Utc));
        writer.Write((short)value.Offset.TotalMinutes);
    }

    /// <summary>Reads a local time and its offset in minutes.</summary>
    public static DateTimeOffset ReadDateTimeOffset(ref MessagePackReader reader)
    {
        RequireLength(reader.ReadArrayHeader(), 2);
        long ticks = reader.ReadDateTime().Ticks;
        return new DateTimeOffset(ticks, TimeSpan.FromMinutes(reader.ReadInt16()));
    }

    /// <summary>Writes the real and the imaginary part.</summary>
    public static void WriteComplex(ref MessagePackWriter writer, Complex value)
    {
        writer.WriteArrayHeader(2);
        writer.Write(value.Real);
        writer.Write(value.Imaginary);
    }

    /// <summary>Reads the real and the imaginary part.</summary>
    public static Complex ReadComplex(ref MessagePackReader reader)
    {
        RequireLength(reader.ReadArrayHeader(), 2);
        double real = reader.ReadDouble();
        return new Complex(real, reader.ReadDouble());
    }

    /// <summary>Writes 16 bytes, the most significant first, in two's complement.</summary>
    public static void WriteInt128(ref MessagePackWriter writer, Int128 value)
    {
        writer.WriteBinHeader(16);
        BinaryPrimitives.WriteInt128LittleEndian(writer.GetSpan(16), value);
        writer.Advance(16);
    }

    /// <summary>Reads 16 bytes, the most significant first, in two's complement.</summary>
    public static Int128 ReadInt128(ref MessagePackReader reader)
    {
        Span<byte> bytes = stackalloc byte[16];
        ReadExactly(ref reader, bytes);
        return BinaryPrimitives.ReadInt128LittleEndian(bytes);
    }

    /// <summary>Writes 16 bytes, the most significant first.</summary>
    public static void WriteUInt128(ref MessagePackWriter writer, UInt128 value)
    {
        writer.WriteBinHeader(16);
        BinaryPrimitives.WriteUInt128LittleEndian(writer.GetSpan(16), value);
        writer.Advance(16);
    }

    /// <summary>Reads 16 bytes, the most significant first.</summary>
    public static UInt128 ReadUInt128(ref MessagePackReader reader)
    {
        Span<byte> bytes = stackalloc byte[16];
        ReadExactly(ref reader, bytes);
        return BinaryPrimitives.ReadUInt128LittleEndian(bytes);
    }

    private static void ReadExactly(ref MessagePackReader reader, scoped Span<byte> target)
    {
        var bytes = reader.ReadBytes() ?? throw Unexpected("a number");
        if (bytes.Length != target.Length)
        {
            throw Unexpected($"a number of {target.Length} bytes");
        }

        bytes.CopyTo(target);
    }
}
