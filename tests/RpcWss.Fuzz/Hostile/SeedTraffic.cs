using MessagePack;
using RpcWss.Fuzz.Traffic;
using RpcWss.Protocol;

namespace RpcWss.Fuzz.Hostile;

/// <summary>The conversations that attacks begin from, taken apart once.</summary>
internal sealed class SeedTraffic
{
    private readonly List<(PeerRole Role, List<FrameParts> Frames)> _conversations = [];

    public SeedTraffic(IEnumerable<Conversation> conversations)
    {
        List<byte[]> payloads = [];
        foreach (Conversation conversation in conversations)
        {
            List<FrameParts> frames = [.. conversation.Messages.SelectMany(FrameParts.Split)];
            _conversations.Add((conversation.Role, frames));
            payloads.AddRange(frames.SelectMany(PayloadsOf));
        }

        Payloads = payloads;
    }

    /// <summary>Every payload that is said in them.</summary>
    public IReadOnlyList<byte[]> Payloads { get; }

    /// <summary>Begins one of them, said by a side of this role.</summary>
    public Playback Begin(PeerModel model, Random random)
    {
        while (true)
        {
            var (role, frames) = _conversations[random.Next(_conversations.Count)];
            if (role == model.Role)
            {
                return new Playback(model, frames);
            }
        }
    }

    private static IEnumerable<byte[]> PayloadsOf(FrameParts frame)
    {
        if (frame.Kind is FrameKind.Call or FrameKind.Item or FrameKind.Status or FrameKind.Chunk && frame.Elements[^1][0] is 0xc4 or 0xc5)
        {
            yield return new MessagePackReader(frame.Elements[^1]).ReadBytes() is { } bytes ? System.Buffers.BuffersExtensions.ToArray(bytes) : [];
        }
    }
}
