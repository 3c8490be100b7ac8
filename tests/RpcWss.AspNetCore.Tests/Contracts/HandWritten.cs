using MessagePack;
using RpcWss.Generated;

namespace RpcWss.AspNetCore.Tests.Contracts;

/// <summary>What the generator would write for a contract with one method that takes and returns a text.</summary>
internal static class HandWritten
{
    public static RpcContractDescriptor Probe { get; } = Describe("Tests.IProbe");

    public static RpcContractDescriptor Device { get; } = Describe("Tests.IDevice");

    public static ValueTask DispatchAsync(Func<string, CancellationToken, ValueTask<string>> method, RpcIncomingCall call)
    {
        MessagePackReader reader = call.BeginArguments(out int count);
        string text = count > 0 ? reader.ReadString()! : throw call.MissingArgument("text");
        call.EndArguments(ref reader, 1, count);
        return call.CompleteAsync(method(text, call.CancellationToken), static (ref MessagePackWriter writer, string value) => writer.Write(value));
    }

    private static RpcContractDescriptor Describe(string name) => new(
        name, false, [new RpcMethodDescriptor(name, "AskAsync", 0, RpcMethodKind.Unary, 1, ["text"], static (ref MessagePackReader reader) => [reader.ReadString()])]);

    public abstract class Proxy(RpcInvoker invoker, RpcContractDescriptor contract, RpcCallOptions? options) : RpcProxy(invoker, contract, options)
    {
        private readonly RpcMethodDescriptor _method = contract.Methods[0];

        public ValueTask<string> AskAsync(string text, CancellationToken cancellationToken = default)
        {
            RpcOutgoingCall<string> call = Begin<string>(_method);
            var writer = new MessagePackWriter(call);
            writer.WriteArrayHeader(1);
            writer.Write(text);
            writer.Flush();
            return call.SendAsync(static (ref MessagePackReader reader) => reader.ReadString()!, cancellationToken);
        }
    }
}
