using System.Buffers;
using System.ComponentModel;
using System.IO.Pipelines;

namespace RpcWss.Generated;

/// <summary>
/// A call with streams on its way out: generated code writes the encoded arguments into it, adds the streams in the order of their parameters, then
/// sends it or fails it, exactly one of the two and nothing after. Used by one thread until then.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class RpcStreamingCall<TResult> : IBufferWriter<byte>
{
    /// <inheritdoc/>
    public abstract void Advance(int count);

    /// <inheritdoc/>
    public abstract Memory<byte> GetMemory(int sizeHint = 0);

    /// <inheritdoc/>
    public abstract Span<byte> GetSpan(int sizeHint = 0);

    /// <summary>Adds the next stream parameter; null is a stream without items.</summary>
    public abstract void AddItems<T>(IAsyncEnumerable<T>? items, RpcResultWriter<T> writer);

    /// <summary>Adds the next stream parameter; null is a stream without bytes. It is read from where it stands and stays the caller's.</summary>
    public abstract void AddBytes(Stream? bytes);

    /// <summary>Adds the next stream parameter; null is a stream without bytes. The reader is completed when it has been read, or when the call has ended.</summary>
    public abstract void AddPipe(PipeReader? bytes);

    /// <summary>Adds the next stream parameter; null reports to nobody.</summary>
    public abstract void AddProgress<T>(IProgress<T>? progress, RpcResultReader<T> reader);

    /// <summary>Sends a call whose one result <paramref name="reader"/> decodes.</summary>
    public abstract ValueTask<TResult> SendAsync(RpcResultReader<TResult> reader, CancellationToken cancellationToken);

    /// <summary>Sends a call without a result.</summary>
    public abstract ValueTask SendAsync(CancellationToken cancellationToken);

    /// <summary>Gives the stream of results. The call is sent when it is enumerated, which can be done once.</summary>
    public abstract IAsyncEnumerable<TResult> OpenItems(RpcResultReader<TResult> reader, CancellationToken cancellationToken);

    /// <summary>Sends a call whose result is bytes; completes when they begin to come.</summary>
    public abstract ValueTask<Stream> OpenBytesAsync(CancellationToken cancellationToken);

    /// <summary>Sends a call whose result is bytes; completes when they begin to come.</summary>
    public abstract ValueTask<PipeReader> OpenPipeAsync(CancellationToken cancellationToken);

    /// <summary>Makes the call fail, when it is sent, because an argument could not be written.</summary>
    public abstract void Refuse(Exception error);
}
