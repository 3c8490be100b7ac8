using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Services;
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

        await Task.WhenAll(Calls(calling, large));

        long received = cut.Received;
        await calling.CloseAsync();
        await called.CloseAsync();
        return (received, (cutCaller ? calling : called).Error is not null);
    }

    private static IEnumerable<Task> Calls(RpcConnection calling, int large)
    {
        IEcho echo = calling.GetProxy<IEcho>();
        IFaults faults = calling.GetProxy<IFaults>();
        var metadata = new RpcCallOptions { Metadata = new RpcMetadata { { "key", "value" } } };
        byte[] question = new byte[large];
        yield return EndsAsync(async () => Check.Equal(2, await echo.NextAsync(1)));
        yield return EndsAsync(() => echo.NoteAsync("note").AsTask());
        yield return EndsAsync(async () => Check.Equal(1, await faults.With(metadata).MirrorAsync(false)));
        yield return EndsAsync(async () => Check.Equal(3, await calling.GetProxy<IChain>().DescendAsync(2)));
        yield return EndsAsync(async () =>
        {
            RpcException error = await Check.ThrowsAsync<RpcException>(faults.FailAsync(RpcStatusCode.Aborted, "as asked").AsTask());
            Check.That(error.StatusCode is RpcStatusCode.Aborted or RpcStatusCode.Unavailable, $"the call fails as asked or is lost, but it ended with {error.StatusCode}");
        });
        yield return EndsAsync(async () =>
        {
            byte[] answer = await echo.AnswerAsync(question, large);
            Check.Same(EchoService.AnswerTo(question, large), answer, "the answer");
        });
    }

    private static async Task EndsAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (RpcException error) when (error.StatusCode == RpcStatusCode.Unavailable)
        {
        }
    }
}
