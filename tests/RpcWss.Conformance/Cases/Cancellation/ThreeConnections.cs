using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;

namespace RpcWss.Conformance.Cases.Cancellation;

/// <summary>The same down a line of sides, each with a connection to the next: state flows from connection to connection.</summary>
internal sealed class ThreeConnections() : LocalCase("cancel-cascades-over-three-connections")
{
    protected override async Task RunAsync(LocalRun run)
    {
        var first = new Side(SideOptions.Default);
        Side[] line = [new(SideOptions.Default), new(SideOptions.Default), new(SideOptions.Default)];
        line[1].Behind = run.Connect(line[1], line[2]).Caller;
        line[0].Behind = run.Connect(line[0], line[1]).Caller;
        RpcConnection start = run.Connect(first, line[0]).Caller;
        using var source = new CancellationTokenSource();
        Task<int> call = start.GetProxy<IRelay>().WaitBehindAsync("it", source.Token).AsTask();
        await line[2].Board.ReachedAsync("it started");

        await source.CancelAsync();

        await Check.CancelledAsync(call, source.Token);
        foreach (Side side in line)
        {
            await side.Board.ReachedAsync("it cancelled");
        }
    }
}
