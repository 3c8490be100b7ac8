using RpcWss.Conformance.Services;

namespace RpcWss.Conformance.Sides;

/// <summary>Notes on a side's board what the engine reports: <c>dropped FRAME</c>, <c>abnormal STATUS</c>, <c>waiting METHOD</c>, <c>dropped item of METHOD</c>.</summary>
internal sealed class SideObserver(Board board) : RpcObserver
{
    private readonly TaskCompletionSource<RpcConnection> _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The side's first connection, once it is open.</summary>
    public Task<RpcConnection> Opened => _opened.Task;

    public override void ConnectionOpened(RpcConnection connection) => _opened.TrySetResult(connection);

    public override void FrameDropped(string frame) => board.Mark($"dropped {frame}");

    public override void AbnormalEnd(RpcStatusCode status)
    {
        board.Mark("abnormal");
        board.Mark($"abnormal {status}");
    }

    public override void OutgoingCallWaiting(RpcMethodDescriptor method) => board.Mark($"waiting {method.Name}");

    public override void ItemDropped(RpcMethodDescriptor method) => board.Mark($"dropped item of {method.Name}");

    public override void IncomingCallCompleted(RpcMethodDescriptor method, RpcStatusCode status, TimeSpan elapsed) => board.Mark($"served {method.Name} {status}");
}
