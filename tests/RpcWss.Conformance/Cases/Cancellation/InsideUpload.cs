using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Hostile;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Sides;
using RpcWss.Protocol;
using RpcWss.Transport;

namespace RpcWss.Conformance.Cases.Cancellation;

/// <summary>
/// Two uploads have reserved the whole budget and are stopped between two chunks, a third waits for its turn. Cancelling all of them must give everything back.
/// </summary>
internal sealed class InsideUpload() : LocalCase("cancel-inside-a-chunked-upload-frees-the-budget")
{
    private const int MaxPayload = 512 * 1024;
    private const int Uploads = 3;

    protected override async Task RunAsync(LocalRun run)
    {
        var stop = new Stop();
        var caller = new Side(SideOptions.Default);
        var callee = new Side(new SideOptions { Limits = new RpcLimits { MaxPayloadSize = MaxPayload, ReceiveBudget = 8 * MaxPayload } });
        var (calling, called) = run.Connect(
            caller, callee, new InMemoryTransportOptions { OnSend = stop.FromCallerAsync }, new InMemoryTransportOptions { OnSend = stop.FromCalleeAsync });
        IEcho echo = calling.GetProxy<IEcho>();
        await echo.EmptyAsync();
        byte[] large = new byte[MaxPayload - 64];
        using var source = new CancellationTokenSource();
        Task[] uploads = [.. Enumerable.Range(0, Uploads).Select(_ => echo.AnswerAsync(large, 1, source.Token).AsTask())];
        await stop.Stopped;
        Check.That(called.Core.RequestBudget.Reserved > 2 * large.Length, "two uploads hold the budget");
        Check.Equal(1, called.Core.RequestBudget.Waiting);

        await source.CancelAsync();

        foreach (Task upload in uploads)
        {
            await Check.CancelledAsync(upload, source.Token);
        }

        stop.Release();
        await LocalRun.AtRestAsync(called);
        await LocalRun.AtRestAsync(calling);
        Check.Equal(1, (await echo.AnswerAsync(large, 1)).Length);
    }

    /// <summary>Holds grants back until all uploads are announced, lets one chunk through, and holds the second.</summary>
    private sealed class Stop
    {
        private readonly TaskCompletionSource _announced = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _announcements;
        private int _chunks;

        public Task Stopped => _stopped.Task;

        public void Release() => _released.SetResult();

        public async ValueTask<byte[]?> FromCallerAsync(byte[] message)
        {
            foreach (RawFrame frame in RawFrame.Parse(message))
            {
                if (frame.Kind == FrameKind.Call && frame.Call.IsAnnounced && ++_announcements == Uploads)
                {
                    _announced.SetResult();
                }

                if (frame.Kind == FrameKind.Chunk && ++_chunks == 2)
                {
                    _stopped.SetResult();
                    await _released.Task;
                }
            }

            return message;
        }

        public async ValueTask<byte[]?> FromCalleeAsync(byte[] message)
        {
            if (RawFrame.Parse(message).Any(frame => frame.Kind == FrameKind.Credit))
            {
                await _announced.Task;
            }

            return message;
        }
    }
}
