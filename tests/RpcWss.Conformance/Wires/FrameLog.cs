using RpcWss.Conformance.Hostile;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Wires;

/// <summary>The frames that one side has sent. Thread-safe.</summary>
internal sealed class FrameLog
{
    private readonly Lock _lock = new();
    private readonly List<RawFrame> _frames = [];   // under _lock

    public IReadOnlyList<RawFrame> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _frames];
            }
        }
    }

    public int Count(FrameKind kind) => All.Count(frame => frame.Kind == kind);

    public void Add(byte[] message)
    {
        lock (_lock)
        {
            _frames.AddRange(RawFrame.Parse(message));
        }
    }
}
