using System.Buffers;
using System.ComponentModel;
using System.IO.Pipelines;
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

    /// <summary>Skips arguments that a newer caller sent beyond the <paramref name="read"/> that this method has, and checks that nothing follows. The service is called next: from here on the call counts as executed.</summary>
    public abstract void EndArguments(ref MessagePackReader reader, int read, int count);

    /// <summary>A reader over the arguments of a method whose arguments are all numbers and truth values, and of which the caller sent <paramref name="count"/>; one that has failed where the bytes cannot be had in one piece.</summary>
    public abstract RpcValueReader BeginValues(int count);

    /// <summary>True: the arguments have been read, and the service is called next; from here on the call counts as executed. False: they are to be read by <see cref="BeginArguments"/>, which knows what is wrong, if anything is.</summary>
    public abstract bool EndValues(in RpcValueReader reader);

    /// <summary>The error of an argument that could not be read: InvalidArgument, naming the parameter, the method not executed.</summary>
    public abstract Exception ArgumentError(string parameter, Exception cause);

    /// <summary>The error of an argument without a default value that the caller did not send.</summary>
    public abstract Exception MissingArgument(string parameter);

    /// <summary>The error of an argument that is null where the contract's annotations say that it never is.</summary>
    public Exception NullArgument(string parameter) => new ArgumentNullException(parameter, "The contract does not allow null.");

    /// <summary>Checks the arguments of a method that has none; those that a newer caller sent are skipped.</summary>
    public void ReadNoArguments()
    {
        if (EndValues(BeginValues(0)))
        {
            return;
        }

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

    /// <summary>The items of a stream parameter; <paramref name="stream"/> is its number, from 1. They can be enumerated once.</summary>
    public abstract IAsyncEnumerable<T> ReadItems<T>(int stream, RpcResultReader<T> reader);

    /// <summary>The bytes of a stream parameter.</summary>
    public abstract Stream ReadBytes(int stream);

    /// <summary>The bytes of a stream parameter.</summary>
    public abstract PipeReader ReadPipe(int stream);

    /// <summary>What sends the method's reports to its caller.</summary>
    public abstract IProgress<T> ReportProgress<T>(int stream, RpcResultWriter<T> writer);

    /// <summary>Sends the items that the method returned.</summary>
    public abstract ValueTask CompleteItemsAsync<T>(IAsyncEnumerable<T> items, RpcResultWriter<T> writer);

    /// <summary>Sends the bytes of the stream that the method returns, and disposes it.</summary>
    public abstract ValueTask CompleteBytesAsync(ValueTask<Stream> pending);

    /// <summary>Sends the bytes of the stream that the method returns, and disposes it.</summary>
    public ValueTask CompleteBytesAsync(Task<Stream> pending) => CompleteBytesAsync(new ValueTask<Stream>(pending));

    /// <summary>Sends the bytes that the method's pipe brings, and completes the reader.</summary>
    public abstract ValueTask CompletePipeAsync(ValueTask<PipeReader> pending);

    /// <summary>Sends the bytes that the method's pipe brings, and completes the reader.</summary>
    public ValueTask CompletePipeAsync(Task<PipeReader> pending) => CompletePipeAsync(new ValueTask<PipeReader>(pending));

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask AwaitAndWriteAsync<TResult>(ValueTask<TResult> pending, RpcResultWriter<TResult> writer) =>
        Write(await pending.ConfigureAwait(false), writer);

    private void Write<TResult>(TResult value, RpcResultWriter<TResult> writer)
    {
        if (RpcValue.TryWrite(Result, value))
        {
            return;
        }

        var target = new MessagePackWriter(Result);
        writer(ref target, value);
        target.Flush();
    }
}
