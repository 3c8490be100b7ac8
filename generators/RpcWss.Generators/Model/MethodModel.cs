namespace RpcWss.Generators.Model;

/// <summary>One remote method.</summary>
/// <param name="Name">Its name in C#, escaped.</param>
/// <param name="DeclaringType">The interface that declares it, which may be a base of the contract.</param>
/// <param name="Result">How the result is written; null when nothing is sent back.</param>
/// <param name="IsObsoleteError">Whether only code that is obsolete itself may call it.</param>
/// <param name="ResultType">The result's type with its annotations; empty when there is none.</param>
internal sealed record MethodModel(
    string Name,
    string WireName,
    ulong SignatureHash,
    string DeclaringType,
    string ReturnType,
    bool ReturnsTask,
    ValueModel? Result,
    string ResultType,
    bool OneWay,
    bool IsObsoleteError,
    EquatableArray<ParameterModel> Parameters);

/// <summary>One parameter of a remote method.</summary>
/// <param name="Attributes">Attributes that an implementation must repeat, each followed by a space.</param>
/// <param name="Value">How it is written; null unless <paramref name="Role"/> is <see cref="ParameterRole.Sent"/>.</param>
/// <param name="Default">The expression of its default value; null when it has none.</param>
/// <param name="RefusesNull">Whether the annotations say that it is never null.</param>
internal sealed record ParameterModel(
    string Name, ParameterRole Role, string Attributes, string Type, ValueModel? Value, string? Default, bool RefusesNull);

/// <summary>What becomes of an argument.</summary>
internal enum ParameterRole
{
    Sent,
    CancellationToken,
    CallContext,
}
