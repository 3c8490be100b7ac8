using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;
using RpcWss.Transport;

namespace RpcWss.Conformance.Cases.Streaming;

/// <summary>While nothing leaves, a report takes the place of the one before; the last is never lost.</summary>
internal sealed class LatestProgress() : LocalCase("progress-latest-wins-when-the-wire-is-behind")
{
    protected override async Task RunAsync(LocalRun run)
    {
        const int Count = 10_000;
        var released = new TaskCompletionSource();
        bool isHeld = false;
        Side caller = new(SideOptions.Default), callee = new(SideOptions.Default);
        var (calling, _) = run.Connect(caller, callee, null, new InMemoryTransportOptions { OnSend = HoldAsync });
        await calling.GetProxy<IEcho>().EmptyAsync();
        await Settle.UntilAsync(() => Leaks.Of(calling).Count == 0, "the connection is at rest");
        var reports = new Reports();
        Volatile.Write(ref isHeld, true);
        Task<string> call = calling.GetProxy<ITickers>().ReportAsync("work", Count, reports).AsTask();
        await callee.Board.ReachedAsync("work reported");
        await callee.Board.OpenAsync("work");
        released.SetResult();

        Check.Equal("done", await call);
        int[] values = [.. reports.Values];
        Check.Equal(Count, values[^1]);
        Check.That(values.Length < 10, $"reports were replaced, but {values.Length} of {Count} came");
        Check.Equal(Count - values.Length, await callee.Board.CountAsync("dropped item of ReportAsync"));

        async ValueTask<byte[]?> HoldAsync(byte[] message)
        {
            if (Volatile.Read(ref isHeld))
            {
                await released.Task;
            }

            return message;
        }
    }

    private sealed class Reports : IProgress<int>
    {
        public List<int> Values { get; } = [];

        public void Report(int value) => Values.Add(value);
    }
}
