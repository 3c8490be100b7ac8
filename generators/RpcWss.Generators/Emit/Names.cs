namespace RpcWss.Generators.Emit;

/// <summary>Names of types that emitted code mentions, and how literals are spelled.</summary>
internal static class Names
{
    public const string Exception = "global::System.Exception";
    public const string ValueTask = "global::System.Threading.Tasks.ValueTask";
    public const string CancellationToken = "global::System.Threading.CancellationToken";
    public const string Reader = "global::MessagePack.MessagePackReader";
    public const string Writer = "global::MessagePack.MessagePackWriter";
    public const string ValueWriter = "global::RpcWss.Generated.RpcValueWriter";
    public const string IncomingCall = "global::RpcWss.Generated.RpcIncomingCall";
    public const string Invoker = "global::RpcWss.Generated.RpcInvoker";
    public const string Proxy = "global::RpcWss.Generated.RpcProxy";
    public const string Nothing = "global::RpcWss.Generated.RpcNothing";
    public const string Format = "global::RpcWss.Generated.RpcFormat";
    public const string KeyComparer = "global::RpcWss.Generated.RpcKeyComparer";
    public const string ContractDescriptor = "global::RpcWss.RpcContractDescriptor";
    public const string MethodDescriptor = "global::RpcWss.RpcMethodDescriptor";
    public const string MethodKind = "global::RpcWss.RpcMethodKind";
    public const string StreamDescriptor = "global::RpcWss.RpcStreamDescriptor";
    public const string StreamContent = "global::RpcWss.RpcStreamContent";
    public const string SlowConsumer = "global::RpcWss.RpcSlowConsumer";
    public const string CallOptions = "global::RpcWss.RpcCallOptions";

    /// <summary>Analyzers leave alone what carries it, with or without the file's header.</summary>
    public const string GeneratedCode = "[global::System.CodeDom.Compiler.GeneratedCode(\"RpcWss.Generators\", \"0.1.0\")]";

    /// <summary>Members of <see cref="object"/>, which a member of a static class must not hide.</summary>
    public static IReadOnlyList<string> OfObject { get; } =
        ["Equals", "ReferenceEquals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "Finalize"];

    public static string Quote(string text)
    {
        var quoted = new System.Text.StringBuilder("\"");
        foreach (char c in text)
        {
            if (c is '"' or '\\')
            {
                quoted.Append('\\').Append(c);
            }
            else if (c is >= ' ' and <= '~')
            {
                quoted.Append(c);
            }
            else
            {
                quoted.Append("\\u").Append(((int)c).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
            }
        }

        return quoted.Append('"').ToString();
    }
}
