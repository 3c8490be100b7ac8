using System.Security.Claims;
using RpcWss.Protocol;

namespace RpcWss.Connections;

/// <summary>The context that a service gets. Goes dead with its call, which is pooled.</summary>
internal sealed class ServedCallContext(ConnectionCore core, IncomingCall call) : RpcCallContext
{
    private readonly ulong _id = call.Id;
    private readonly bool _isOneWay = call.IsOneWay;
    private readonly long _due = call.Due;
    private IncomingCall? _call = call;     // under the gate
    private RpcMetadata? _trailers;
    private bool _headersSent;              // under the gate

    public override RpcMethodDescriptor Method { get; } = call.Hosted.Descriptor;

    public override RpcPeer Peer => core.Connection.Peer;

    public override ClaimsPrincipal User { get; } = core.Connection.Peer.User;

    public override RpcMetadata RequestMetadata { get; } = call.RequestMetadata ?? [];

    public override RpcMetadata ResponseTrailers => _trailers ??= [];

    /// <summary>The trailers, where the service asked for them.</summary>
    public RpcMetadata? TrailersOrNull => _trailers;

    public override DateTimeOffset? Deadline
    {
        get
        {
            if (_due == Connections.Deadline.None)
            {
                return null;
            }

            DateTimeOffset now = core.Time.GetUtcNow();
            TimeSpan left = core.Time.GetElapsedTime(core.Now, _due);
            return left < DateTimeOffset.MaxValue - now ? now + left : null;    // no date says a deadline in ten thousand years
        }
    }

    public override CancellationToken CancellationToken
    {
        get
        {
            lock (core.Gate)
            {
                return Live.CancellationToken;
            }
        }
    }

    public override CancellationToken DrainingToken => core.DrainingToken;

    public override long ItemsDropped
    {
        get
        {
            lock (core.Gate)
            {
                return _call?.Streams?.Dropped ?? 0;
            }
        }
    }

    private IncomingCall Live => _call ?? throw new ObjectDisposedException(nameof(RpcCallContext), "The call has completed; its context can be used no more.");

    public override void SendHeaders(RpcMetadata headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        if (_isOneWay)
        {
            throw new InvalidOperationException($"{Method.FullName} is one-way: nobody receives headers.");
        }

        if (MetadataCodec.Check(headers, core.Peer) != MetadataFault.None)
        {
            throw new RpcException(
                RpcStatusCode.ResourceExhausted,
                $"The headers exceed the {core.Peer.MaxMetadataEntries} entries or {core.Peer.MaxMetadataBytes:N0} bytes of metadata that the caller accepts (RpcLimits.MaxMetadataEntries, RpcLimits.MaxMetadataSize there).");
        }

        byte[] encoded = EncodedMetadata.Encode(headers);
        lock (core.Gate)
        {
            _ = Live;
            if (_headersSent)
            {
                throw new InvalidOperationException("The headers of this call were sent already.");
            }

            _headersSent = true;
            if (!core.IsSilent)
            {
                long block = core.Replies.WriteHeaders(_id, encoded);
                Live.Streams?.FollowBlock(block);
            }
        }
    }

    /// <summary>The handler has returned.</summary>
    public void End()
    {
        lock (core.Gate)
        {
            _call = null;
        }
    }
}
