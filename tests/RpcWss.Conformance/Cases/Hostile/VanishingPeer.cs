using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;
using RpcWss.Conformance.Wires;
using RpcWss.Transport;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>
/// A conversation of every kind of call is recorded; then it is cut after its first byte from the peer, after its second, and so on to its last. Whatever was
/// under way, every call ends, either as it should or with Unavailable, and nothing is left on either side.
/// </summary>
internal sealed class VanishingPeer() : LocalCase("peer-vanishes-at-every-byte-of-a-conversation")
{
    protected override async Task RunAsync(LocalRun run)
    {
        // Large payloads multiply the bytes and hardly the places. Run quickly it is every third byte, each time other ones.
        int large = run.Settings.Count(quick: 300, full: 17_000);
        int step = run.Settings.Count(quick: 3, full: 1);
        int start = run.Settings.CreateRandom().Next(step);
        foreach (bool cutCaller in (bool[])[true, false])
        {
            var (whole, _) = await TalkAsync(run, cutCaller, large, long.MaxValue);
            int talks = 0, cuts = 0;
            for (long after = start; after < whole; after += step)
            {
                talks++;
                cuts += (await TalkAsync(run, cutCaller, large, after)).IsCut ? 1 : 0;
            }

            // What comes last may be credit that nobody waits for.
            Check.That(cuts > talks * 9 / 10, $"the connection is cut, but of {talks} times it was {cuts}");
        }
    }

    // Returns how many bytes had come through when the calls had ended, and whether the connection was lost.
    private static async Task<(long Received, bool IsCut)> TalkAsync(LocalRun run, bool cutCaller, int large, long after)
    {
        Side caller = new(SideOptions.Default), callee = new(SideOptions.Default);
        var (first, second) = InMemoryTransport.CreatePair();
        var cut = new CutTransport(cutCaller ? first : second, after);
        RpcConnection calling = run.Start(caller, cutCaller ? cut : first, run.CallerRole);
        RpcConnection called = run.Start(callee, cutCaller ? second : cut, run.CalleeRole);

        await Conversation.RunAsync(calling, large);

        long received = cut.Received;
        await run.SettleAsync(calling);
        await run.SettleAsync(called);
        return (received, (cutCaller ? calling : called).Error is not null);
    }
}
