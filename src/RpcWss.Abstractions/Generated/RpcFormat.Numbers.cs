using System.Buffers;
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
}
