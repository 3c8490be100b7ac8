using System.Buffers;
using System.IO.Pipelines;
using MessagePack;
using RpcWss.Generated;

namespace RpcWss.Connections.Streams;

/// <summary>
/// Moves what a producer gives into a stream, as fast as that takes it. Each returns false when nobody wants more; whatever happens, the producer was disposed
/// or completed where it is ours to do so.
/// </summary>
internal static class ItemPump
{
    private const int BlockSize = 32 * 1024;

    public static async ValueTask<bool> SendItemsAsync<T>(
        IAsyncEnumerable<T> items, RpcResultWriter<T> writer, StreamSender sender, CancellationToken cancellationToken)
    {
        var buffer = new PayloadBuffer();
        try
        {
            await foreach (T item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                Encode(buffer, writer, item);
                if (!await sender.WriteAsync(buffer).ConfigureAwait(false))
                {
                    return false;
                }

                buffer.Restart();
            }

            return true;
        }
        finally
        {
            buffer.Clear();
        }
    }

    public static async ValueTask<bool> SendBytesAsync(Stream bytes, StreamSender sender, CancellationToken cancellationToken)
    {
        byte[] block = ArrayPool<byte>.Shared.Rent(BlockSize);
        try
        {
            while (await bytes.ReadAsync(block, cancellationToken).ConfigureAwait(false) is > 0 and int count)
            {
                if (!await sender.WriteAsync(block.AsMemory(0, count)).ConfigureAwait(false))
                {
                    return false;
                }
            }

            return true;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }

    public static async ValueTask<bool> SendPipeAsync(PipeReader bytes, StreamSender sender, CancellationToken cancellationToken)
    {
        Exception? failure = null;
        try
        {
            while (true)
            {
                ReadResult read = await bytes.ReadAsync(cancellationToken).ConfigureAwait(false);
                foreach (ReadOnlyMemory<byte> segment in read.Buffer)
                {
                    if (!await sender.WriteAsync(segment).ConfigureAwait(false))
                    {
                        return false;
                    }
                }

                bytes.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted || read.IsCanceled)
                {
                    return true;
                }
            }
        }
        catch (Exception error)
        {
            failure = error;
            throw;
        }
        finally
        {
            await bytes.CompleteAsync(failure).ConfigureAwait(false);
        }
    }

    /// <summary>Encodes one item; the user's code may throw.</summary>
    public static void Encode<T>(PayloadBuffer buffer, RpcResultWriter<T> writer, T item)
    {
        var target = new MessagePackWriter(buffer);
        writer(ref target, item);
        target.Flush();
    }
}
