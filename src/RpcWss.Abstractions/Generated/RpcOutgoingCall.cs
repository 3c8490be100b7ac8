using System.Buffers;
using System.ComponentModel;

namespace RpcWss.Generated;

/// <summary>
/// A call on its way out: generated code writes the encoded arguments into it, then sends it or fails it, exactly one of the
/// two and nothing after. Used by one thread until then.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class RpcOutgoingCall<TResult> : IBufferWriter<byte>
{
    /// <inheritdoc/>
    public abstract void Advance(int count);

    /// <inheritdoc/>
    public abstract Memory<byte> GetMemory(int sizeHint = 0);

    /// <inheritdoc/>
    public abstract Span<byte> GetSpan(int sizeHint = 0);

    /// <summary>Sends a call whose result <paramref name="reader"/> decodes.</summary>
    public abstract ValueTask<TResult> SendAsync(RpcResultReader<TResult> reader, CancellationToken cancellationToken);

    /// <summary>Sends a call without a result, or a one-way call.</summary>
    public abstract ValueTask SendAsync(CancellationToken cancellationToken);

    /// <summary>Ends the call because an argument could not be written; the task fails with a typed error.</summary>
    public abstract ValueTask<TResult> Fail(Exception error);

    /// <summary>Ends a call without a result because an argument could not be written.</summary>
    public abstract ValueTask FailVoid(Exception error);
}
