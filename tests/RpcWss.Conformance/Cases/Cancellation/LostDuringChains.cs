using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;

namespace RpcWss.Conformance.Cases.Cancellation;

/// <summary>
/// A handler that waits for a call back when the connection is cut sees that call fail. It did nothing wrong: no failure of its own may be logged, whichever it hears of first,
/// its token or its call.
/// </summary>
internal sealed class LostDuringChains() : LocalCase("connection-loss-during-calls-back-is-no-failure-of-the-handlers")
{
    private const int Calls = 100;

    protected override async Task RunAsync(LocalRun run)
    {
        for (int round = 0; round < run.Settings.Count(quick: 20, full: 1000); round++)
        {
            Side caller = new(SideOptions.Default), callee = new(SideOptions.Default);
            var (calling, called) = run.Connect(caller, callee);
            callee.Behind = called;
            Task<int>[] calls = [.. Enumerable.Range(0, Calls).Select(_ => calling.GetProxy<IRelay>().WaitBehindAsync("it").AsTask())];
            await caller.Board.ReachedAsync("it started", Calls);

            called.Core.Transport.Abort();

            foreach (Task<int> call in calls)
            {
                await Check.FailsAsync(RpcStatusCode.Unavailable, call);
            }

            await caller.Board.ReachedAsync("it cancelled", Calls);
        }
    }
}
