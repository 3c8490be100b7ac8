using System.Text;
using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>An item that does not decode fails its call: at the callee as the caller's mistake, which names the stream; at the caller as nobody's call.</summary>
internal sealed class UndecodableItems() : LocalCase("undecodable-items-name-their-stream")
{
    protected override async Task RunAsync(LocalRun run)
    {
        Attack attack = await Attack.BeginGreetedAsync(run);
        byte[] number = [0xcf, 0, 0, 1, 0, 0, 0, 0, 0];
        byte[][] bad = [[0xa1, 0x61], [0xcf, 1], [0xc1], [0xdd, 0xff, 0xff, 0xff, 0xff]];
        for (int round = 0; round < bad.Length; round++)
        {
            string key = $"up {round}";
            ulong id = await attack.Peer.CallAsync(RawStreams.Follow, RawStreams.KeyArguments(key));
            await attack.Peer.SendAsync(RawFrames.Item(id, 1, number), RawFrames.Item(id, 1, bad[round]));
            RawFrame status = await attack.Peer.ReceiveStatusAsync(id);
            Check.Equal(RpcStatusCode.InvalidArgument, (RpcStatusCode)status.Status.Code);
            Check.Contains("\"numbers\"", Encoding.UTF8.GetString(status.Status.Message));
            Check.Equal(1, await attack.Side.Board.CountAsync($"{key} item"));

            (Task<int> reading, ulong own) = await RawStreams.BeginAsync(attack);
            await attack.Peer.SendAsync(RawFrames.Item(own, 0, number), RawFrames.Item(own, 0, bad[round]));
            RpcException undecodable = await Check.FailsAsync(RpcStatusCode.Internal, reading);
            Check.Contains("could not be decoded", undecodable.Message);
            Check.Equal(own, (await attack.Peer.ReceiveAsync(FrameKind.Cancel)).Cancel.Id);
            await attack.Peer.SendAsync(RawFrames.Status(own, RpcStatusCode.Cancelled));
        }

        Check.Equal(bad.Length, await attack.Side.Board.CountAsync("abnormal InvalidArgument"));
        await attack.ExpectUnharmedAsync();
        await attack.ExpectCallsUnharmedAsync();
    }
}
