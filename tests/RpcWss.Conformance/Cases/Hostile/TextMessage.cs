using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Connections;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>The protocol knows no text.</summary>
internal sealed class TextMessage() : LocalCase("text-message-ends-the-connection")
{
    protected override async Task RunAsync(LocalRun run)
    {
        foreach (string text in (string[])["hello", ""])
        {
            Attack attack = await Attack.BeginGreetedAsync(run);
            await attack.Peer.SendTextAsync(text);
            await attack.ExpectEndAsync(GoAwayCode.ProtocolError, TransportCloseCode.InvalidMessageType);
        }

        Attack early = Attack.Begin(run);
        await early.Peer.SendTextAsync("{ \"protocol\": \"json\" }");
        await early.ExpectEndAsync(GoAwayCode.ProtocolError, TransportCloseCode.InvalidMessageType);
    }
}
