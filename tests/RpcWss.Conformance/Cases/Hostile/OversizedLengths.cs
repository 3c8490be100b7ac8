using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Connections;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>Lengths and counts are checked against what is there before anything is allocated: four gigabytes that are announced and not sent cost nothing.</summary>
internal sealed class OversizedLengths() : LocalCase("oversized-lengths-end-the-connection")
{
    protected override async Task RunAsync(LocalRun run)
    {
        foreach (byte[] frame in (byte[][])
        [
            [0xdd, 0xff, 0xff, 0xff, 0xff, 0x01],                               // an array of 4 G
            [0x95, 0x01, 0x07, 0x00, 0x00, 0xc6, 0xff, 0xff, 0xff, 0xff, 0x90], // CALL with arguments of 4 GB
            [0x95, 0x01, 0x07, 0x00, 0x00, 0xc6, 0x7f, 0xff, 0xff, 0xff, 0x90], // of 2 GB
            [0x92, 0x09, 0xdf, 0xff, 0xff, 0xff, 0xff],                         // PING with a map of 4 G
            [0x92, 0x40, 0xdb, 0xff, 0xff, 0xff, 0xff],                         // an unknown optional frame with a text of 4 GB
            [0x92, 0x40, 0xdd, 0x00, 0x01, 0x00, 0x00],                         // or with 65,536 elements that are not there
            [0x90],                                                             // no kind
            [0xc1],                                                             // no MessagePack
            [0x01],                                                             // no array
            [],                                                                 // no frame
        ])
        {
            Attack attack = await Attack.BeginGreetedAsync(run);
            await attack.Peer.SendAsync(frame);
            await attack.ExpectEndAsync(GoAwayCode.ProtocolError, TransportCloseCode.ProtocolError);
        }
    }
}
