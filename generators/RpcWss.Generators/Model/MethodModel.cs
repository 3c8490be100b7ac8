namespace RpcWss.Generators.Model;

/// <summary>One remote method.</summary>
/// <param name="Name">Its name in C#, escaped.</param>
/// <param name="DeclaringType">The interface that declares it, which may be a base of the contract.</param>
/// <param name="Result">How the result is written; null when nothing is sent back, or a stream.</param>
/// <param name="ResultType">The result's type with its annotations; empty when there is none, or a stream.</param>
/// <param name="ResultStream">The stream that is the result; null when it is none.</param>
/// <param name="MaxPayloadSize">In bytes; 0 when the contract sets no limit.</param>
/// <param name="IsObsoleteError">Whether only code that is obsolete itself may call it.</param>
internal sealed record MethodModel(
    string Name,
    string WireName,
    CallKind Kind,
    ulong SignatureHash,
    string DeclaringType,
    string ReturnType,
    bool ReturnsTask,
    ValueModel? Result,
    string ResultType,
    StreamModel? ResultStream,
    int MaxPayloadSize,
    bool IsObsoleteError,
    EquatableArray<ParameterModel> Parameters)
{
    /// <summary>Whether it has any stream.</summary>
    public bool IsStreaming => Kind > CallKind.OneWay;

    /// <summary>Whether it sends nothing but numbers and truth values, and few enough for the shortest header of an array: those are written and read in a short way.</summary>
    public bool SendsPlainValues
    {
        get
        {
            int sent = 0;
            foreach (var parameter in Parameters)
            {
                if (parameter.Value is { IsPlain: false })
                {
                    return false;
                }

                sent += parameter.Value is null ? 0 : 1;
            }

            return sent <= 15;
        }
    }
}

/// <summary>The shape of a method: the runtime's <c>RpcMethodKind</c>, with its names.</summary>
internal enum CallKind
{
    Unary,
    OneWay,
    ClientStreaming,
    ServerStreaming,
    DuplexStreaming,
}

/// <summary>One parameter of a remote method.</summary>
/// <param name="Attributes">Attributes that an implementation must repeat, each followed by a space.</param>
/// <param name="Value">How it is written; null unless <paramref name="Role"/> is <see cref="ParameterRole.Sent"/>.</param>
/// <param name="Stream">What it streams; null unless <paramref name="Role"/> is <see cref="ParameterRole.Stream"/>.</param>
/// <param name="Default">The expression of its default value; null when it has none.</param>
/// <param name="RefusesNull">Whether the annotations say that it is never null.</param>
internal sealed record ParameterModel(
    string Name, ParameterRole Role, string Attributes, string Type, ValueModel? Value, StreamModel? Stream, string? Default, bool RefusesNull);

/// <summary>What becomes of an argument.</summary>
internal enum ParameterRole
{
    Sent,
    Stream,
    CancellationToken,
    CallContext,
}
