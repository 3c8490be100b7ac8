using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;
using RpcWss.Connections;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>Streams beyond the limit are refused one by one until that is too much. Those of other connections go on.</summary>
internal sealed class TenThousandStreams() : LocalCase("10000-streams-opened-end-the-connection")
{
    protected override async Task RunAsync(LocalRun run)
    {
        const int Limit = 1000;
        Side victim = new(SideOptions.Default), friend = new(SideOptions.Default);
        var (other, _) = run.Connect(friend, victim);
        await using IAsyncEnumerator<long> neighbour = other.GetProxy<IIterators>().WaitAsync("neighbour", 1).GetAsyncEnumerator();
        Check.That(await neighbour.MoveNextAsync());

        Attack attack = await Attack.BeginGreetedAsync(run);
        foreach (int[] message in Enumerable.Range(0, 10_000).Chunk(200))
        {
            await attack.Peer.SendAsync([.. message.Select(_ => attack.Peer.Call(RawStreams.Hold, RawStreams.KeyArguments("many"), out ulong _))]);
        }

        await attack.ExpectEndAsync(GoAwayCode.TooManyFaults, TransportCloseCode.PolicyViolation);
        Check.That(await attack.Side.Board.CountAsync("many started") <= Limit, "no more handlers started than may run");
        Check.That(await attack.Side.Board.CountAsync("abnormal ResourceExhausted") > 200, "calls beyond the limit were charged");
        Check.Equal(8, await other.GetProxy<IEcho>().NextAsync(7));
        await victim.Board.OpenAsync("neighbour");
        Check.That(!await neighbour.MoveNextAsync());
    }
}
