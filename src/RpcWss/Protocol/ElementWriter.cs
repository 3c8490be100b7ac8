using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace RpcWss.Protocol;

/// <summary>
/// Writes the elements of one frame in their shortest encoding. The destination must be large enough: each frame tells the
/// most that it can need, and a destination below that is a mistake of ours and throws like any span access.
/// </summary>
internal ref struct ElementWriter(Span<byte> destination)
{
    /// <summary>Longest encoding of an integer.</summary>
    public const int MaxInteger = 9;

    /// <summary>Array header and kind.</summary>
    public const int MaxFrameStart = 2;

    /// <summary>Longest header of a str, bin or array.</summary>
    public const int MaxHeader = 5;

    private readonly Span<byte> _destination = destination;
    private int _position;

    /// <summary>Bytes written so far.</summary>
    public readonly int Written => _position;

    /// <summary>Opens a frame: its array header and kind. No frame of version 1 has more than fifteen elements.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteFrame(int elements, FrameKind kind)
    {
        _destination[_position + 1] = (byte)kind;
        _destination[_position] = (byte)(MessagePackCode.FixArray | elements);
        _position += 2;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteUInt64(ulong value)
    {
        if (value <= MessagePackCode.MaxFixInt)
            _destination[_position++] = (byte)value;
        else
            WriteWideUInt64(value);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteInt32(int value) => WriteUInt64((uint)value);

    public void WriteNil() => _destination[_position++] = MessagePackCode.Nil;

    public void WriteStr(scoped ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length <= 31)
            _destination[_position++] = (byte)(MessagePackCode.FixStr | utf8.Length);
        else
            WriteLength(MessagePackCode.Str8, utf8.Length);
        WriteRaw(utf8);
    }

    public void WriteStr(string text)
    {
        int length = Encoding.UTF8.GetByteCount(text);
        if (length <= 31)
            _destination[_position++] = (byte)(MessagePackCode.FixStr | length);
        else
            WriteLength(MessagePackCode.Str8, length);
        _position += Encoding.UTF8.GetBytes(text, _destination[_position..]);
    }

    public void WriteBin(scoped ReadOnlySpan<byte> bytes)
    {
        WriteBinHeader(bytes.Length);
        WriteRaw(bytes);
    }

    /// <summary>Announces a bin whose bytes the caller puts behind what is written here.</summary>
    public void WriteBinHeader(int length) => WriteLength(MessagePackCode.Bin8, length);

    /// <summary>A str, or nil when it is empty.</summary>
    public void WriteStrOrNil(scoped ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
            WriteNil();
        else
            WriteStr(utf8);
    }

    /// <summary>A bin, or nil when it is empty.</summary>
    public void WriteBinOrNil(scoped ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            WriteNil();
        else
            WriteBin(bytes);
    }

    public void WriteArrayHeader(int count)
    {
        if (count <= 15)
        {
            _destination[_position++] = (byte)(MessagePackCode.FixArray | count);
        }
        else if (count <= ushort.MaxValue)
        {
            _destination[_position] = MessagePackCode.Array16;
            BinaryPrimitives.WriteUInt16BigEndian(_destination[(_position + 1)..], (ushort)count);
            _position += 3;
        }
        else
        {
            _destination[_position] = MessagePackCode.Array32;
            BinaryPrimitives.WriteInt32BigEndian(_destination[(_position + 1)..], count);
            _position += 5;
        }
    }

    /// <summary>Copies bytes that are MessagePack already, or the content of a str or bin.</summary>
    public void WriteRaw(scoped ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_destination[_position..]);
        _position += bytes.Length;
    }

    private void WriteWideUInt64(ulong value)
    {
        Span<byte> target = _destination[_position..];
        switch (value)
        {
            case <= byte.MaxValue:
                target[1] = (byte)value;
                target[0] = MessagePackCode.UInt8;
                _position += 2;
                break;
            case <= ushort.MaxValue:
                target[0] = MessagePackCode.UInt16;
                BinaryPrimitives.WriteUInt16BigEndian(target[1..], (ushort)value);
                _position += 3;
                break;
            case <= uint.MaxValue:
                target[0] = MessagePackCode.UInt32;
                BinaryPrimitives.WriteUInt32BigEndian(target[1..], (uint)value);
                _position += 5;
                break;
            default:
                target[0] = MessagePackCode.UInt64;
                BinaryPrimitives.WriteUInt64BigEndian(target[1..], value);
                _position += 9;
                break;
        }
    }

    /// <summary>The codes for 8, 16 and 32 bits of length follow each other, for bin as for str.</summary>
    private void WriteLength(byte code8, int length)
    {
        Span<byte> target = _destination[_position..];
        switch (length)
        {
            case <= byte.MaxValue:
                target[1] = (byte)length;
                target[0] = code8;
                _position += 2;
                break;
            case <= ushort.MaxValue:
                target[0] = (byte)(code8 + 1);
                BinaryPrimitives.WriteUInt16BigEndian(target[1..], (ushort)length);
                _position += 3;
                break;
            default:
                target[0] = (byte)(code8 + 2);
                BinaryPrimitives.WriteInt32BigEndian(target[1..], length);
                _position += 5;
                break;
        }
    }
}
