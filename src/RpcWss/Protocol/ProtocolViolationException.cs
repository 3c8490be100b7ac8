using System.Diagnostics.CodeAnalysis;

namespace RpcWss.Protocol;

/// <summary>
/// A connection fault: the peer sent what no correct implementation sends, so nothing after it can be trusted.
/// The connection sends GOAWAY with <see cref="Code"/> and closes. What harms one call only is never reported this way.
/// </summary>
internal sealed class ProtocolViolationException(GoAwayCode code, string message) : Exception(message)
{
    public GoAwayCode Code { get; } = code;

    // Throwing lives in separate methods so that the decoders around them stay small enough to be inlined.
    [DoesNotReturn]
    public static void Throw(GoAwayCode code, string message) => throw new ProtocolViolationException(code, message);

    [DoesNotReturn]
    public static void Throw(string message) => Throw(GoAwayCode.ProtocolError, message);

    [DoesNotReturn]
    public static void ThrowUnexpectedType(string expected, byte actual) =>
        Throw($"An element has the wrong type; {expected} expected, MessagePack code 0x{actual:x2} found");

    [DoesNotReturn]
    public static void ThrowTruncated() => Throw("A MessagePack value reaches beyond the end of its frame");

    [DoesNotReturn]
    public static void ThrowOutOfRange(string element, ulong value) =>
        Throw($"The {element} is out of range; {value} received");

    [DoesNotReturn]
    public static void ThrowMissingElements(FrameKind kind, int required, int actual) =>
        Throw($"A {kind} frame has too few elements; {required} after the kind needed, {actual} received");
}
