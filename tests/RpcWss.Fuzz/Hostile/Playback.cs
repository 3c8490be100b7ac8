using RpcWss.Fuzz.Traffic;
using RpcWss.Protocol;

namespace RpcWss.Fuzz.Hostile;

/// <summary>Says a recorded conversation on a connection that has others: its calls get new ids, its methods new numbers, and its answers go to calls that wait for some.</summary>
internal sealed class Playback(PeerModel model, IReadOnlyList<FrameParts> frames)
{
    private readonly Dictionary<ulong, ulong> _ids = [];
    private readonly Dictionary<ulong, int> _methods = [];
    private int _at;

    public bool IsOver => _at >= frames.Count;

    /// <summary>The next frame as it goes here; null when it has no place here.</summary>
    public FrameParts? Next()
    {
        FrameParts frame = frames[_at++].Clone();
        switch (frame.Kind)
        {
            case FrameKind.Hello or FrameKind.GoAway or FrameKind.Ping or FrameKind.Pong or FrameKind.Auth or FrameKind.Ack:
                return null;
            case FrameKind.Call:
                return TryRenumber(frame) ? frame : null;
            default:
                ulong id = frame.NumberAt(0) ?? 0;
                if (id == 0 || MapOf(id) is not (> 0 and ulong mapped))
                {
                    return null;
                }

                frame.Elements[0] = FrameParts.Number(mapped);
                if (frame.Kind == FrameKind.Status)
                {
                    model.Answer(mapped);
                }

                return frame;
        }
    }

    private bool TryRenumber(FrameParts frame)
    {
        ulong flags = frame.NumberAt(2) ?? 0, method = frame.NumberAt(1) ?? 0;
        if ((flags & (ulong)CallFlags.Name) != 0)
        {
            _methods[method] = model.AssignMethod();
        }
        else if (!_methods.ContainsKey(method))
        {
            return false;
        }

        int parent = 3 + ((flags & (ulong)CallFlags.Deadline) != 0 ? 1 : 0) + ((flags & (ulong)CallFlags.Name) != 0 ? 2 : 0) + ((flags & (ulong)CallFlags.Metadata) != 0 ? 1 : 0);
        if ((flags & (ulong)CallFlags.Parent) != 0 && model.Victims() is > 0 and ulong victims)
        {
            frame.Elements[parent] = FrameParts.Number(victims);
        }

        ulong id = model.OpenCall();
        _ids[frame.NumberAt(0) ?? 0] = id;
        frame.Elements[0] = FrameParts.Number(id);
        frame.Elements[1] = FrameParts.Number((ulong)_methods[method]);
        return true;
    }

    // The victim's calls of the recording were others; any that waits will do.
    private ulong MapOf(ulong id)
    {
        if (!_ids.TryGetValue(id, out ulong mapped) && !model.IsOwn(id))
        {
            mapped = model.OpenVictims();
            _ids[id] = mapped;
        }

        return mapped;
    }
}
