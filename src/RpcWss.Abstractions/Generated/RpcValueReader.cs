using System.Buffers.Binary;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using MessagePack;

namespace RpcWss.Generated;

/// <summary>
/// Reads numbers and truth values without a <c>MessagePackReader</c>: to make one of those takes longer than to read a few such values. What it cannot read it does not judge: it has failed then, what it
/// returns counts for nothing, and the general way is to be taken. Used by one thread.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct RpcValueReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private int _at;    // behind the end once it has failed

    /// <summary>Reads a value that is all of the bytes.</summary>
    internal RpcValueReader(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>Reads an argument list; has failed at once where that is not one of <paramref name="count"/> arguments.</summary>
    /// <param name="bytes">The array with its header.</param>
    /// <param name="count">0 to 15.</param>
    public RpcValueReader(ReadOnlySpan<byte> bytes, int count)
    {
        _bytes = bytes;
        _at = bytes.Length > 0 && bytes[0] == (MessagePackCode.MinFixArray | count) ? 1 : int.MaxValue;
    }

    /// <summary>Whether all of it could be read and nothing follows.</summary>
    public readonly bool IsComplete => _at == _bytes.Length;

    /// <summary>Reads a value.</summary>
    public bool ReadBoolean()
    {
        byte code = (uint)_at < (uint)_bytes.Length ? _bytes[_at++] : MessagePackCode.NeverUsed;
        if (code is not (MessagePackCode.True or MessagePackCode.False))
        {
            Fail();
        }

        return code == MessagePackCode.True;
    }

    /// <summary>Reads a value.</summary>
    public sbyte ReadSByte() => (sbyte)ReadWithin(sbyte.MinValue, sbyte.MaxValue);

    /// <summary>Reads a value.</summary>
    public byte ReadByte() => (byte)ReadWithin(byte.MinValue, byte.MaxValue);

    /// <summary>Reads a value.</summary>
    public short ReadInt16() => (short)ReadWithin(short.MinValue, short.MaxValue);

    /// <summary>Reads a value.</summary>
    public ushort ReadUInt16() => (ushort)ReadWithin(ushort.MinValue, ushort.MaxValue);

    /// <summary>Reads a value.</summary>
    public int ReadInt32() => (int)ReadWithin(int.MinValue, int.MaxValue);

    /// <summary>Reads a value.</summary>
    public uint ReadUInt32() => (uint)ReadWithin(uint.MinValue, uint.MaxValue);

    /// <summary>Reads a value.</summary>
    public long ReadInt64() => ReadNumber();

    /// <summary>Reads a value; fails at those above <see cref="long.MaxValue"/>.</summary>
    public ulong ReadUInt64() => (ulong)ReadWithin(0, long.MaxValue);

    /// <summary>Reads a value of this precision.</summary>
    public float ReadSingle() => TryTake(MessagePackCode.Float32, sizeof(float), out ReadOnlySpan<byte> bytes) ? BinaryPrimitives.ReadSingleBigEndian(bytes) : 0;

    /// <summary>Reads a value of this precision.</summary>
    public double ReadDouble() => TryTake(MessagePackCode.Float64, sizeof(double), out ReadOnlySpan<byte> bytes) ? BinaryPrimitives.ReadDoubleBigEndian(bytes) : 0;

    private long ReadWithin(long least, long most)
    {
        long number = ReadNumber();
        if (number < least || number > most)
        {
            Fail();
        }

        return number;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long ReadNumber()
    {
        if ((uint)_at < (uint)_bytes.Length && (sbyte)_bytes[_at] >= unchecked((sbyte)MessagePackCode.MinNegativeFixInt))
        {
            return (sbyte)_bytes[_at++];
        }

        return ReadLong();
    }

    private long ReadLong()
    {
        ReadOnlySpan<byte> bytes = (uint)_at < (uint)_bytes.Length ? _bytes[_at..] : default;
        byte code = bytes.IsEmpty ? MessagePackCode.NeverUsed : bytes[0];
        int length = code is >= MessagePackCode.UInt8 and <= MessagePackCode.Int64 ? 1 << ((code - MessagePackCode.UInt8) & 3) : int.MaxValue;
        if (bytes.Length <= length)
        {
            Fail();
            return 0;
        }

        _at += 1 + length;
        bytes = bytes.Slice(1, length);
        switch (code)
        {
            case MessagePackCode.UInt8:
                return bytes[0];
            case MessagePackCode.UInt16:
                return BinaryPrimitives.ReadUInt16BigEndian(bytes);
            case MessagePackCode.UInt32:
                return BinaryPrimitives.ReadUInt32BigEndian(bytes);
            case MessagePackCode.Int8:
                return (sbyte)bytes[0];
            case MessagePackCode.Int16:
                return BinaryPrimitives.ReadInt16BigEndian(bytes);
            case MessagePackCode.Int32:
                return BinaryPrimitives.ReadInt32BigEndian(bytes);
        }

        long number = BinaryPrimitives.ReadInt64BigEndian(bytes);
        if (code == MessagePackCode.UInt64 && number < 0)
        {
            Fail();
        }

        return number;
    }

    private bool TryTake(byte code, int length, out ReadOnlySpan<byte> bytes)
    {
        bytes = default;
        if ((uint)_at >= (uint)_bytes.Length || _bytes[_at] != code || _bytes.Length - _at <= length)
        {
            Fail();
            return false;
        }

        bytes = _bytes.Slice(_at + 1, length);
        _at += 1 + length;
        return true;
    }

    private void Fail() => _at = int.MaxValue;
}
