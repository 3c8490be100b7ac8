using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Connections;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>Another version of the protocol is told apart from a broken one; a HELLO that cannot be true ends the connection; one that says less or more than needed is fine.</summary>
internal sealed class WrongHello() : LocalCase("wrong-protocol-version-role-or-limits-end-the-connection")
{
    protected override async Task RunAsync(LocalRun run)
    {
        byte role = (byte)run.CallerRole;
        foreach (byte[] version in (byte[][])[[0x02], [0x00], [0xcf, 1, 0, 0, 0, 0, 0, 0, 1]])
        {
            await EndsAsync(run, GoAwayCode.VersionMismatch, [0x95, 0x00, .. version, role, 0x90, 0x00]);
        }

        await EndsAsync(run, GoAwayCode.VersionMismatch, [0x95, 0x00, 0x02, 0xc0, 0xc0, 0xc0]);
        await EndsAsync(run, GoAwayCode.ProtocolError, [0x95, 0x00, 0x01, (byte)(1 - role), 0x90, 0x00]);
        await EndsAsync(run, GoAwayCode.ProtocolError, [0x95, 0x00, 0x01, 0x02, 0x90, 0x00]);
        await EndsAsync(run, GoAwayCode.ProtocolError, [0x95, 0x00, 0x01, role, 0x91, 0xcd, 0x7f, 0xff, 0x00]);
        await EndsAsync(run, GoAwayCode.ProtocolError, [0x94, 0x00, 0x01, role, 0x90]);
        await EndsAsync(run, GoAwayCode.ProtocolError, RawFrames.Hello(run.CallerRole, ProtocolLimits.Default with { MaxUnaryCalls = 15 }));

        // The least that a HELLO may say, and one from the future.
        foreach (byte[] hello in (byte[][])[[0x95, 0x00, 0x01, role, 0x90, 0x00], [0x9a, 0x00, 0x01, role, 0x90, 0xcd, 0xff, 0xff, 0xc0, 0xc0, 0xc0, 0xc0, 0x81, 0xc0, 0xc0]])
        {
            Attack attack = Attack.Begin(run);
            await attack.Peer.SendAsync(hello);
            await attack.Peer.ReceiveAsync(FrameKind.Hello);
            await attack.ExpectUnharmedAsync();
        }
    }

    private static async Task EndsAsync(LocalRun run, GoAwayCode code, byte[] hello)
    {
        Attack attack = Attack.Begin(run);
        await attack.Peer.SendAsync(hello);
        await attack.ExpectEndAsync(code, TransportCloseCode.ProtocolError);
        Check.That(attack.Victim.Opened.IsFaulted);
    }
}
