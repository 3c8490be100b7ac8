using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace RpcWss.Protocol;

/// <summary>
/// Reads the elements of one frame in order. Accepts every MessagePack encoding of an integer or a length, minimal or not.
/// Anything else than what is asked for is a connection fault, as is whatever reaches beyond the end.
/// </summary>
internal ref struct ElementReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>What has not been read yet.</summary>
    public readonly ReadOnlySpan<byte> Rest => _rest;

    private readonly byte Code
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (_rest.IsEmpty)
                ProtocolViolationException.ThrowTruncated();
            return _rest[0];
        }
    }

    /// <summary>Whether the next element is a nil; if so, it is consumed.</summary>
    public bool TryReadNil()
    {
        if (Code != MessagePackCode.Nil)
            return false;

        _rest = _rest[1..];
        return true;
    }

    /// <summary>Whether the next element is an array.</summary>
    public readonly bool IsArray =>
        Code is (>= MessagePackCode.FixArray and <= MessagePackCode.MaxFixArray) or MessagePackCode.Array16 or MessagePackCode.Array32;

    /// <summary>Whether the next element is a str.</summary>
    public readonly bool IsStr =>
        Code is (>= MessagePackCode.FixStr and <= MessagePackCode.MaxFixStr) or MessagePackCode.Str8 or MessagePackCode.Str16 or MessagePackCode.Str32;

    /// <summary>Whether the next element is a bin.</summary>
    public readonly bool IsBin => Code is MessagePackCode.Bin8 or MessagePackCode.Bin16 or MessagePackCode.Bin32;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong ReadUInt64()
    {
        byte code = Code;
        if (code > MessagePackCode.MaxFixInt)
            return ReadWideUInt64(code);

        _rest = _rest[1..];
        return code;
    }

    /// <summary>A non-negative integer; what is above <see cref="int.MaxValue"/> reads as that.</summary>
    public int ReadClampedInt32() => (int)Math.Min(ReadUInt64(), int.MaxValue);

    public int ReadInt32(string element)
    {
        ulong value = ReadUInt64();
        if (value > int.MaxValue)
            ProtocolViolationException.ThrowOutOfRange(element, value);
        return (int)value;
    }

    /// <summary>A call id: 1 to 2^63-1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong ReadId()
    {
        ulong id = ReadUInt64();
        if (id - 1 >= ProtocolConstants.MaxId)
            ProtocolViolationException.ThrowOutOfRange("call id", id);
        return id;
    }

    /// <summary>A status code; numbers that version 1 does not name read as Unknown.</summary>
    public int ReadStatusCode()
    {
        ulong code = ReadUInt64();
        return code <= ProtocolConstants.LastStatus ? (int)code : ProtocolConstants.UnknownStatus;
    }

    public ReadOnlySpan<byte> ReadStr()
    {
        byte code = Code;
        return code switch
        {
            >= MessagePackCode.FixStr and <= MessagePackCode.MaxFixStr => Take(1, (uint)(code & 0x1f)),
            MessagePackCode.Str8 => Take(2, Number8()),
            MessagePackCode.Str16 => Take(3, Number16()),
            MessagePackCode.Str32 => Take(5, Number32()),
            _ => Unexpected("str", code),
        };
    }

    public ReadOnlySpan<byte> ReadBin()
    {
        byte code = Code;
        return code switch
        {
            MessagePackCode.Bin8 => Take(2, Number8()),
            MessagePackCode.Bin16 => Take(3, Number16()),
            MessagePackCode.Bin32 => Take(5, Number32()),
            _ => Unexpected("bin", code),
        };
    }

    /// <summary>The number of elements of an array, never more than bytes are left.</summary>
    public int ReadArrayHeader()
    {
        byte code = Code;
        uint count;
        switch (code)
        {
            case >= MessagePackCode.FixArray and <= MessagePackCode.MaxFixArray:
                count = (uint)(code & 0x0f);
                _rest = _rest[1..];
                break;
            case MessagePackCode.Array16:
                count = Number16();
                _rest = _rest[3..];
                break;
            case MessagePackCode.Array32:
                count = Number32();
                _rest = _rest[5..];
                break;
            default:
                ProtocolViolationException.ThrowUnexpectedType("array", code);
                return 0;
        }

        if (count > (uint)_rest.Length)
            ProtocolViolationException.ThrowTruncated();
        return (int)count;
    }

    /// <summary>Takes one element of any type as it is encoded, after checking that it is whole.</summary>
    /// <param name="depth">How many arrays the element stands in.</param>
    public ReadOnlySpan<byte> ReadRaw(int depth = 1)
    {
        MessagePackFault fault = MessagePackSkip.TryMeasure(_rest, depth, out int length);
        if (fault != MessagePackFault.None)
            Throw(fault);

        ReadOnlySpan<byte> raw = _rest[..length];
        _rest = _rest[length..];
        return raw;
    }

    /// <summary>Passes over one element of a frame.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Skip()
    {
        // Ids, counts and codes are mostly one byte: no need to measure them.
        byte code = Code;
        if (code <= MessagePackCode.MaxFixInt)
            _rest = _rest[1..];
        else
            SkipWide(code);
    }

    /// <summary>Passes over elements that a later version of the protocol added.</summary>
    public void Skip(int count)
    {
        for (; count > 0; count--)
            Skip();
    }

    // Nor what most payloads and larger ids are.
    private void SkipWide(byte code)
    {
        if (code is >= MessagePackCode.UInt8 and <= MessagePackCode.Int64)
            Take(1, 1u << (code & 3));
        else if (code == MessagePackCode.Bin8)
            Take(2, Number8());
        else
            ReadRaw();
    }

    private ulong ReadWideUInt64(byte code)
    {
        long signed;
        switch (code)
        {
            case MessagePackCode.UInt8:
                return Take(1, 1)[0];
            case MessagePackCode.UInt16:
                return BinaryPrimitives.ReadUInt16BigEndian(Take(1, 2));
            case MessagePackCode.UInt32:
                return BinaryPrimitives.ReadUInt32BigEndian(Take(1, 4));
            case MessagePackCode.UInt64:
                return BinaryPrimitives.ReadUInt64BigEndian(Take(1, 8));
            // Some encoders write non-negative numbers in the signed forms.
            case MessagePackCode.Int8:
                signed = (sbyte)Take(1, 1)[0];
                break;
            case MessagePackCode.Int16:
                signed = BinaryPrimitives.ReadInt16BigEndian(Take(1, 2));
                break;
            case MessagePackCode.Int32:
                signed = BinaryPrimitives.ReadInt32BigEndian(Take(1, 4));
                break;
            case MessagePackCode.Int64:
                signed = BinaryPrimitives.ReadInt64BigEndian(Take(1, 8));
                break;
            default:
                ProtocolViolationException.ThrowUnexpectedType("non-negative integer", code);
                return 0;
        }

        if (signed < 0)
            ProtocolViolationException.ThrowUnexpectedType("non-negative integer", code);
        return (ulong)signed;
    }

    /// <summary>Consumes a header and the bytes behind it. The sum is taken in 64 bits, or a length of 4 G would wrap.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadOnlySpan<byte> Take(int header, uint length)
    {
        if ((ulong)header + length > (ulong)_rest.Length)
            ProtocolViolationException.ThrowTruncated();

        ReadOnlySpan<byte> taken = _rest.Slice(header, (int)length);
        _rest = _rest[(header + (int)length)..];
        return taken;
    }

    private readonly uint Number8() => Behind(1)[0];

    private readonly uint Number16() => BinaryPrimitives.ReadUInt16BigEndian(Behind(2));

    private readonly uint Number32() => BinaryPrimitives.ReadUInt32BigEndian(Behind(4));

    private readonly ReadOnlySpan<byte> Behind(int width)
    {
        if (_rest.Length <= width)
            ProtocolViolationException.ThrowTruncated();
        return _rest.Slice(1, width);
    }

    private static ReadOnlySpan<byte> Unexpected(string expected, byte code)
    {
        ProtocolViolationException.ThrowUnexpectedType(expected, code);
        return default;
    }

    [DoesNotReturn]
    private static void Throw(MessagePackFault fault)
    {
        switch (fault)
        {
            case MessagePackFault.TooDeep:
                ProtocolViolationException.Throw(
                    GoAwayCode.LimitExceeded, $"MessagePack data nests too deep; more than {ProtocolConstants.MaxDepth} levels");
                break;
            case MessagePackFault.NeverUsed:
                ProtocolViolationException.Throw("MessagePack data contains the byte 0xc1, which has no meaning");
                break;
            default:
                ProtocolViolationException.ThrowTruncated();
                break;
        }
    }
}
