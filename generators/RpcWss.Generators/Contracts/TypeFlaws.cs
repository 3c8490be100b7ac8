using Microsoft.CodeAnalysis;

namespace RpcWss.Generators.Contracts;

/// <summary>Says of types that can never cross the wire why not, and what to use instead.</summary>
internal static class TypeFlaws
{
    public static string? Of(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Dynamic } or { SpecialType: SpecialType.System_Object } =>
            "the other side would not know what to read; name the type that is meant",
        { TypeKind: TypeKind.Delegate } or { SpecialType: SpecialType.System_Delegate or SpecialType.System_MulticastDelegate } =>
            "code does not travel; offer a contract that the other side can call",
        { TypeKind: TypeKind.Pointer or TypeKind.FunctionPointer } or { SpecialType: SpecialType.System_IntPtr or SpecialType.System_UIntPtr } =>
            "an address means nothing on the other side; send the data",
        { TypeKind: TypeKind.TypeParameter } => "it is not a fixed type",
        { IsRefLikeType: true } => "it lives on the stack of its method; use an array or ReadOnlyMemory<byte>",
        IArrayTypeSymbol { Rank: > 4 } => "arrays of more than four dimensions are not supported; use an array of arrays",
        INamedTypeSymbol named => OfNamed(named),
        _ => null,
    };

    private static string? OfNamed(INamedTypeSymbol type)
    {
        if (Streams.Is(type))
        {
            return "a stream is not data; take it as a parameter of the method, or return it";
        }

        if (type.Attribute(SymbolNames.ContractAttribute) is not null)
        {
            return "it is a contract; the other side reaches what you host through its peer, so leave the parameter out";
        }

        return type.MetadataName() switch
        {
            "System.Type" => "naming a type to load is a way in for attackers; send a string or an enum that you check",
            SymbolNames.CallOptions => "options are the caller's own; set them with proxy.With(options)",
            SymbolNames.CallContext or SymbolNames.CancellationToken => "it belongs to one call; take it as a parameter of the method",
            "System.Threading.Tasks.Task" or "System.Threading.Tasks.Task`1" or "System.Threading.Tasks.ValueTask" or "System.Threading.Tasks.ValueTask`1" =>
                "a result that is still to come does not travel; send the value",
            "System.Exception" => "exceptions do not travel as data; throw an RpcException, or send what the caller needs to know",
            _ => null,
        };
    }
}
