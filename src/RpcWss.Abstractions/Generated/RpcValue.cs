using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace RpcWss.Generated;

/// <summary>
/// Results that are a single small value, written and read without a <c>MessagePackWriter</c> or <c>MessagePackReader</c>: to make one of those takes longer than all else about such a value. The bytes are
/// the same. What is not of the types here, or not in the shortest encodings, goes the general way.
/// </summary>
internal static class RpcValue
{
    private const byte MaxFixInt = 0x7f;
    private const byte MinNegativeFixInt = 0xe0;
    private const byte UInt8 = 0xcc;
    private const byte UInt16 = 0xcd;
    private const byte UInt32 = 0xce;
    private const byte Int8 = 0xd0;
    private const byte Int16 = 0xd1;
    private const byte Int32 = 0xd2;
    private const byte False = 0xc2;
    private const byte True = 0xc3;
    private const int MaxLength = 5;

    /// <summary>Writes the value; false, and nothing is written, where the general way is to be taken.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryWrite<T>(IBufferWriter<byte> target, T value)
    {
        if (typeof(T) == typeof(int))
        {
            WriteNumber(target, Unsafe.As<T, int>(ref value));
            return true;
        }

        if (typeof(T) == typeof(long) && Unsafe.As<T, long>(ref value) is >= int.MinValue and <= uint.MaxValue and var number)
        {
            WriteNumber(target, number);
            return true;
        }

        if (typeof(T) == typeof(bool))
        {
            target.GetSpan(1)[0] = Unsafe.As<T, bool>(ref value) ? True : False;
            target.Advance(1);
            return true;
        }

        return false;
    }

    /// <summary>Reads the value that the bytes are, all of them; false where the general way is to be taken.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryRead<T>(ReadOnlySpan<byte> bytes, out T value)
    {
        Unsafe.SkipInit(out value);
        if (typeof(T) == typeof(int))
        {
            bool isRead = TryReadNumber(bytes, out long number) && number == (int)number;
            Unsafe.As<T, int>(ref value) = (int)number;
            return isRead;
        }

        if (typeof(T) == typeof(long))
        {
            return TryReadNumber(bytes, out Unsafe.As<T, long>(ref value));
        }

        if (typeof(T) == typeof(bool))
        {
            Unsafe.As<T, bool>(ref value) = bytes is [True];
            return bytes is [False or True];
        }

        return false;
    }

    private static void WriteNumber(IBufferWriter<byte> target, long number)
    {
        Span<byte> bytes = target.GetSpan(MaxLength);
        int length;
        if (number is >= -32 and <= MaxFixInt)
        {
            bytes[0] = (byte)number;
            length = 1;
        }
        else if (number is >= sbyte.MinValue and <= byte.MaxValue)
        {
            bytes[0] = number < 0 ? Int8 : UInt8;
            bytes[1] = (byte)number;
            length = 2;
        }
        else if (number is >= short.MinValue and <= ushort.MaxValue)
        {
            bytes[0] = number < 0 ? Int16 : UInt16;
            BinaryPrimitives.WriteUInt16BigEndian(bytes[1..], (ushort)number);
            length = 3;
        }
        else
        {
            bytes[0] = number < 0 ? Int32 : UInt32;
            BinaryPrimitives.WriteUInt32BigEndian(bytes[1..], (uint)number);
            length = 5;
        }

        target.Advance(length);
    }

    private static bool TryReadNumber(ReadOnlySpan<byte> bytes, out long number)
    {
        number = 0;
        if (bytes.IsEmpty)
        {
            return false;
        }

        byte code = bytes[0];
        switch (bytes.Length)
        {
            case 1 when code is <= MaxFixInt or >= MinNegativeFixInt:
                number = (sbyte)code;
                return true;
            case 2 when code is UInt8 or Int8:
                number = code == UInt8 ? bytes[1] : (sbyte)bytes[1];
                return true;
            case 3 when code is UInt16 or Int16:
                number = code == UInt16 ? BinaryPrimitives.ReadUInt16BigEndian(bytes[1..]) : BinaryPrimitives.ReadInt16BigEndian(bytes[1..]);
                return true;
            case 5 when code is UInt32 or Int32:
                number = code == UInt32 ? BinaryPrimitives.ReadUInt32BigEndian(bytes[1..]) : BinaryPrimitives.ReadInt32BigEndian(bytes[1..]);
                return true;
            default:
                return false;
        }
    }
}
