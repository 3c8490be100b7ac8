namespace RpcWss.Generators.Model;

/// <summary>A contract without an error: all that its file is printed from.</summary>
internal sealed record ContractModel(
    string HintName,
    string? Namespace,
    EquatableArray<OuterType> OuterTypes,
    string Name,
    string Type,
    string WireName,
    bool Ordered,
    EquatableArray<MethodModel> Methods,
    FileNeeds Needs);

/// <summary>A type that a contract is nested in, such as <c>partial class Outer</c>.</summary>
internal sealed record OuterType(string Keyword, string Name);

/// <summary>What a file must say at its top because of what it mentions.</summary>
/// <param name="Suppressed">Ids of the warnings that the mention of obsolete or experimental members gives.</param>
/// <param name="Aliases">Extern aliases through which types are mentioned.</param>
internal sealed record FileNeeds(EquatableArray<string> Suppressed, EquatableArray<string> Aliases);
