using System.Buffers.Binary;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using MessagePack;

namespace RpcWss.Generated;

/// <summary>Writes numbers and truth values without a <c>MessagePackWriter</c>, and the same bytes as that: to make one of those takes longer than to write a few such values. Used by one thread.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct RpcValueWriter
{
    internal const int MaxValueLength = 1 + sizeof(ulong);

    private readonly Span<byte> _bytes;

    /// <summary>Writes one value.</summary>
    /// <param name="bytes">Where to; <see cref="MaxValueLength"/> bytes.</param>
    internal RpcValueWriter(Span<byte> bytes) => _bytes = bytes;

    /// <summary>Writes an argument list.</summary>
    /// <param name="bytes">Where to; <see cref="LengthOf"/> bytes.</param>
    /// <param name="count">How many values follow, 0 to 15.</param>
    public RpcValueWriter(Span<byte> bytes, int count)
    {
        _bytes = bytes;
        _bytes[0] = (byte)(MessagePackCode.MinFixArray | count);
        Length = 1;
    }

    /// <summary>How many bytes have been written.</summary>
    public int Length { get; private set; }

    /// <summary>How many bytes an argument list of so many values takes at most.</summary>
    public static int LengthOf(int count) => 1 + count * MaxValueLength;

    /// <summary>Writes a value.</summary>
    public void Write(bool value) => _bytes[Length++] = value ? MessagePackCode.True : MessagePackCode.False;

    /// <summary>Writes a value.</summary>
    public void Write(sbyte value) => Write((long)value);

    /// <summary>Writes a value.</summary>
    public void Write(byte value) => Write((long)value);

    /// <summary>Writes a value.</summary>
    public void Write(short value) => Write((long)value);

    /// <summary>Writes a value.</summary>
    public void Write(ushort value) => Write((long)value);

    /// <summary>Writes a value.</summary>
    public void Write(int value) => Write((long)value);

    /// <summary>Writes a value.</summary>
    public void Write(uint value) => Write((long)value);

    /// <summary>Writes a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Write(long value)
    {
        if (value is >= -32 and <= MessagePackCode.MaxFixInt)
        {
            _bytes[Length++] = (byte)value;
        }
        else
        {
            WriteLong(value);
        }
    }

    /// <summary>Writes a value.</summary>
    public void Write(ulong value)
    {
        if (value <= long.MaxValue)
        {
            Write((long)value);
        }
        else
        {
            BinaryPrimitives.WriteUInt64BigEndian(Begin(MessagePackCode.UInt64, sizeof(ulong)), value);
        }
    }

    /// <summary>Writes a value.</summary>
    public void Write(float value) => BinaryPrimitives.WriteSingleBigEndian(Begin(MessagePackCode.Float32, sizeof(float)), value);

    /// <summary>Writes a value.</summary>
    public void Write(double value) => BinaryPrimitives.WriteDoubleBigEndian(Begin(MessagePackCode.Float64, sizeof(double)), value);

    private void WriteLong(long value)
    {
        if (value is >= sbyte.MinValue and <= byte.MaxValue)
        {
            Begin(value < 0 ? MessagePackCode.Int8 : MessagePackCode.UInt8, sizeof(byte))[0] = (byte)value;
        }
        else if (value is >= short.MinValue and <= ushort.MaxValue)
        {
            BinaryPrimitives.WriteUInt16BigEndian(Begin(value < 0 ? MessagePackCode.Int16 : MessagePackCode.UInt16, sizeof(ushort)), (ushort)value);
        }
        else if (value is >= int.MinValue and <= uint.MaxValue)
        {
            BinaryPrimitives.WriteUInt32BigEndian(Begin(value < 0 ? MessagePackCode.Int32 : MessagePackCode.UInt32, sizeof(uint)), (uint)value);
        }
        else
        {
            BinaryPrimitives.WriteInt64BigEndian(Begin(value < 0 ? MessagePackCode.Int64 : MessagePackCode.UInt64, sizeof(long)), value);
        }
    }

    private Span<byte> Begin(byte code, int length)
    {
        _bytes[Length] = code;
        Span<byte> value = _bytes.Slice(Length + 1, length);
        Length += 1 + length;
        return value;
    }
}
