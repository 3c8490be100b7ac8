using Microsoft.CodeAnalysis;
using RpcWss.Generators.Model;

namespace RpcWss.Generators.Contracts;

/// <summary>Which types are leaves, and how keys of a leaf type are hashed.</summary>
internal static class LeafTypes
{
    private static readonly TypeTable<LeafKind> _named = new()
    {
        ["System.Half"] = LeafKind.Half,
        ["System.Text.Rune"] = LeafKind.Rune,
        ["System.Guid"] = LeafKind.Guid,
        ["System.DateTimeOffset"] = LeafKind.DateTimeOffset,
        ["System.TimeSpan"] = LeafKind.TimeSpan,
        ["System.DateOnly"] = LeafKind.DateOnly,
        ["System.TimeOnly"] = LeafKind.TimeOnly,
        ["System.Uri"] = LeafKind.Uri,
        ["System.Version"] = LeafKind.Version,
        ["System.Numerics.BigInteger"] = LeafKind.BigInteger,
        ["System.Numerics.Complex"] = LeafKind.Complex,
        ["System.Int128"] = LeafKind.Int128,
        ["System.UInt128"] = LeafKind.UInt128,
        ["System.Text.StringBuilder"] = LeafKind.StringBuilder,
        ["System.Collections.BitArray"] = LeafKind.BitArray,
        ["System.Index"] = LeafKind.Index,
        ["System.Range"] = LeafKind.Range,
    };

    private static readonly TypeTable<LeafKind> _ofBytes = new()
    {
        ["System.Memory`1"] = LeafKind.ByteMemory,
        ["System.ReadOnlyMemory`1"] = LeafKind.ReadOnlyByteMemory,
        ["System.ArraySegment`1"] = LeafKind.ByteSegment,
        ["System.Buffers.ReadOnlySequence`1"] = LeafKind.ByteSequence,
    };

    public static LeafKind Of(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Byte } => LeafKind.ByteArray,
        INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Byte }] } generic =>
            _ofBytes.TryGet(generic, out var bytes) ? bytes : LeafKind.None,
        INamedTypeSymbol { SpecialType: SpecialType.None } named =>
            _named.TryGet(named, out var leaf) ? leaf : LeafKind.None,
        _ => OfSpecial(type.SpecialType),
    };

    public static LeafKind OfSpecial(SpecialType type) => type switch
    {
        SpecialType.System_Boolean => LeafKind.Boolean,
        SpecialType.System_SByte => LeafKind.SByte,
        SpecialType.System_Byte => LeafKind.Byte,
        SpecialType.System_Int16 => LeafKind.Int16,
        SpecialType.System_UInt16 => LeafKind.UInt16,
        SpecialType.System_Int32 => LeafKind.Int32,
        SpecialType.System_UInt32 => LeafKind.UInt32,
        SpecialType.System_Int64 => LeafKind.Int64,
        SpecialType.System_UInt64 => LeafKind.UInt64,
        SpecialType.System_Single => LeafKind.Single,
        SpecialType.System_Double => LeafKind.Double,
        SpecialType.System_Decimal => LeafKind.Decimal,
        SpecialType.System_Char => LeafKind.Char,
        SpecialType.System_String => LeafKind.String,
        SpecialType.System_DateTime => LeafKind.DateTime,
        _ => LeafKind.None,
    };

    public static KeyHashing Hashing(ValueModel key) => key switch
    {
        { Form: ValueForm.Formatted } or { IsNullable: true } => KeyHashing.Limited,
        { Leaf: LeafKind.String or LeafKind.Uri } => KeyHashing.Own,
        { Leaf: LeafKind.Boolean or LeafKind.SByte or LeafKind.Byte or LeafKind.Int16 or LeafKind.UInt16 or LeafKind.Char or LeafKind.Half } =>
            KeyHashing.Own,
        { Leaf: LeafKind.Single or LeafKind.Double or LeafKind.Decimal or LeafKind.DateTime or LeafKind.DateTimeOffset or LeafKind.BigInteger or LeafKind.Version } =>
            KeyHashing.Special,
        { Leaf: LeafKind.ByteArray or LeafKind.ByteMemory or LeafKind.ReadOnlyByteMemory or LeafKind.ByteSegment or LeafKind.ByteSequence
            or LeafKind.Complex or LeafKind.StringBuilder or LeafKind.BitArray or LeafKind.Range } => KeyHashing.Limited,
        _ => KeyHashing.Bits,
    };
}
