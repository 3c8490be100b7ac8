using RpcWss.Protocol;

namespace RpcWss.Connections.Streams;

/// <summary>What the consumers of a served call's stream parameters belong to. Outlives the call, which is pooled.</summary>
internal sealed class ServedStreams(ConnectionCore core, IncomingCall call) : IStreamConsumerOwner
{
    private readonly ulong _callId = call.Id;
    private readonly bool _hashDiffers = call.Method.HashDiffers;

    public RpcMethodDescriptor Method { get; } = call.Hosted.Descriptor;

    public Exception ItemRejected(StreamReceiver stream, Exception error)
    {
        core.ChargeAbnormalEnd(RpcStatusCode.InvalidArgument);
        Abandoned(stream);
        string hint = _hashDiffers ? " The two ends were built from different signatures of this method." : "";
        return new RpcException(
            RpcStatusCode.InvalidArgument,
            $"An item of the stream \"{Method.ParameterStreams[stream.Number - 1].Name}\" of {Method.FullName} could not be decoded: {error.Message}{hint}",
            error);
    }

    public Task BeforeEnd(StreamReceiver stream) => Task.CompletedTask;

    public void Abandoned(StreamReceiver stream)
    {
        lock (core.Gate)
        {
            bool stop = !stream.IsReleased && !stream.HasEnded && !core.IsSilent;
            stream.Release();
            if (stop)
            {
                core.Replies.StopStream(_callId, stream.Number);
            }
        }
    }
}
