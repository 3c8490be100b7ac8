using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;
using RpcWss.Protocol;
using RpcWss.Transport;

namespace RpcWss.Conformance.Cases.Cancellation;

/// <summary>A large result is stopped between two chunks. Cancelling its call frees the caller's budget and what the callee had queued.</summary>
internal sealed class InsideResult() : LocalCase("cancel-inside-a-chunked-result-frees-the-budget")
{
    protected override async Task RunAsync(LocalRun run)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var released = new TaskCompletionSource();
        int chunks = 0;
        var (calling, called) = run.Connect(new Side(SideOptions.Default), new Side(SideOptions.Default), null, new InMemoryTransportOptions { OnSend = HoldAsync });
        using var source = new CancellationTokenSource();
        Task<byte[]> call = calling.GetProxy<IEcho>().AnswerAsync([], 1_000_000, source.Token).AsTask();
        await stopped.Task;
        Check.That(calling.Core.ResponseBudget.Reserved >= 1_000_000, "the result holds the budget");
        Check.That(called.Core.Queue.UnsentBulk > 50_000, "the rest of what was granted is queued");

        await source.CancelAsync();

        await Check.CancelledAsync(call, source.Token);
        await Settle.UntilAsync(() => called.Core.Incoming.Count == 0, "the callee gives the call up while its chunk is being sent");
        released.SetResult();
        await LocalRun.AtRestAsync(calling);
        await LocalRun.AtRestAsync(called);
        Check.Equal(2, chunks);

        async ValueTask<byte[]?> HoldAsync(byte[] message)
        {
            if (RawFrame.Parse(message).Any(frame => frame.Kind == FrameKind.Chunk) && ++chunks == 2)
            {
                stopped.SetResult();
                await released.Task;
            }

            return message;
        }
    }
}
