using System.Buffers;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using MessagePack;

namespace RpcWss.Generated;

/// <summary>A call being served, as generated dispatchers see it. Used by one call at a time; never kept.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class RpcIncomingCall
{
    /// <summary>Fires when the caller cancels, the deadline passes or the connection is lost.</summary>
    public abstract CancellationToken CancellationToken { get; }

    /// <summary>The context that a service may take as a parameter.</summary>
    public abstract RpcCallContext Context { get; }

    /// <summary>Where the encoded result goes.</summary>
    protected abstract IBufferWriter<byte> Result { get; }

    /// <summary>
    /// A reader over the arguments, past their array header; <paramref name="count"/> says how many there are. Fewer than the method
    /// has: the missing ones take their default values. More: <see cref="EndArguments"/> skips them.
    /// </summary>
    public abstract MessagePackReader BeginArguments(out int count);

    /// <summary>Skips arguments that a newer caller sent beyond the <paramref name="read"/> that this method has, and checks that nothing follows.</summary>
    public abstract void EndArguments(ref MessagePackReader reader, int read, int count);

    /// <summary>The error of an argument that could not be read: InvalidArgument, naming the parameter, the method not executed.</summary>
    public abstract Exception ArgumentError(string parameter, Exception cause);

    /// <summary>The error of an argument without a default value that the caller did not send.</summary>
    public abstract Exception MissingArgument(string parameter);

    /// <summary>The error of an argument that is null where the contract's annotations say that it never is.</summary>
    public Exception NullArgument(string parameter) => new ArgumentNullException(parameter, "The contract does not allow null.");

    /// <summary>Checks the arguments of a method that has none; those that a newer caller sent are skipped.</summary>
    public void ReadNoArguments()
    {
        try
        {
            var reader = BeginArguments(out int count);
            EndArguments(ref reader, 0, count);
        }
        catch (Exception error)
        {
            throw ArgumentError("(none)", error);
        }
    }

    /// <summary>Waits for the method's result and writes it.</summary>
    public ValueTask CompleteAsync<TResult>(ValueTask<TResult> pending, RpcResultWriter<TResult> writer)
    {
        if (!pending.IsCompletedSuccessfully)
        {
            return AwaitAndWriteAsync(pending, writer);
        }

        Write(pending.Result, writer);
        return default;
    }

    /// <summary>Waits for the method's result and writes it.</summary>
    public ValueTask CompleteAsync<TResult>(Task<TResult> pending, RpcResultWriter<TResult> writer) =>
        CompleteAsync(new ValueTask<TResult>(pending), writer);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask AwaitAndWriteAsync<TResult>(ValueTask<TResult> pending, RpcResultWriter<TResult> writer) =>
        Write(await pending.ConfigureAwait(false), writer);

    private void Write<TResult>(TResult value, RpcResultWriter<TResult> writer)
    {
        var target = new MessagePackWriter(Result);
        writer(ref target, value);
        target.Flush();
    }
}
