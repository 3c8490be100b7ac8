using System.Text;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Hostile;

/// <summary>A frame as it was on the wire, kept beyond the message that it came in.</summary>
internal sealed record RawFrame(FrameKind Kind, byte[] Body, int ElementCount)
{
    public StatusFrame Status => StatusFrame.Read(Body, ElementCount);

    public CallFrame Call => CallFrame.Read(Body, ElementCount);

    public CancelFrame Cancel => CancelFrame.Read(Body, ElementCount);

    public CreditFrame Credit => CreditFrame.Read(Body, ElementCount);

    public GoAwayFrame GoAway => GoAwayFrame.Read(Body, ElementCount);

    public ItemFrame Item => ItemFrame.Read(Body, ElementCount);

    public ChunkFrame Chunk => ChunkFrame.Read(Body, ElementCount);

    public static List<RawFrame> Parse(byte[] message)
    {
        var frames = new List<RawFrame>();
        var reader = new FrameReader(message, int.MaxValue);
        while (reader.TryRead(out FrameKind kind, out ReadOnlySpan<byte> body))
        {
            frames.Add(new RawFrame(kind, body.ToArray(), reader.ElementCount));
        }

        return frames;
    }

    public override string ToString() => Kind switch
    {
        FrameKind.Status => $"STATUS {Status.Id} {(RpcStatusCode)Status.Code} \"{Encoding.UTF8.GetString(Status.Message)}\"",
        FrameKind.Call => $"CALL {Call.Id}",
        FrameKind.Cancel => $"CANCEL {Cancel.Id} {(RpcStatusCode)Cancel.Code}",
        FrameKind.GoAway => $"GOAWAY {GoAway.Code} \"{Encoding.UTF8.GetString(GoAway.Reason)}\"",
        _ => $"{Kind}",
    };
}
