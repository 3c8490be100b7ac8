using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using RpcWss;
using Streaming.Contracts;

namespace Streaming.Server;

internal sealed class Sensors : ISensors
{
    private const int Ticks = 100_000;

    private readonly TaskCompletionSource _watched = new();
    private readonly TaskCompletionSource _displayed = new();

    /// <summary>Completes when somebody who watched has gone.</summary>
    public Task Watched => _watched.Task;

    /// <summary>Completes when everything was given to the display.</summary>
    public Task Displayed => _displayed.Task;

    public async IAsyncEnumerable<double> WatchAsync(string sensor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            for (double value = 20; ; value += 0.5)
            {
                if (sensor == "broken" && value > 21)
                {
                    throw new RpcException(RpcStatusCode.Unavailable, "The sensor does not answer any more.");
                }

                yield return value;
                await Task.Yield();
            }
        }
        finally
        {
            // The caller has enough, was cancelled, or is gone.
            _watched.TrySetResult();
        }
    }

    public async ValueTask<double> AverageAsync(IAsyncEnumerable<double> values, CancellationToken cancellationToken)
    {
        double sum = 0;
        int count = 0;
        await foreach (double value in values.WithCancellation(cancellationToken))
        {
            sum += value;
            count++;
        }

        return sum / count;
    }

    public async IAsyncEnumerable<double> SmoothAsync(IAsyncEnumerable<double> values, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        double? last = null;
        await foreach (double value in values.WithCancellation(cancellationToken))
        {
            yield return (value + (last ?? value)) / 2;
            last = value;
        }
    }

    public ValueTask<Stream> ExportAsync(string sensor, CancellationToken cancellationToken)
    {
        // Read as it is sent, and disposed of then; a FileStream would do as well.
        return new(new MemoryStream([.. Enumerable.Repeat((byte)'.', 1_000_000)]));
    }

    public async ValueTask<long> ImportAsync(string sensor, Stream content, IProgress<long>? imported, CancellationToken cancellationToken)
    {
        byte[] block = new byte[64 * 1024];
        long length = 0;
        while (await content.ReadAsync(block, cancellationToken) is > 0 and int count)
        {
            length += count;
            imported?.Report(length);
        }

        return length;
    }

    public ValueTask<PipeReader> ConvertAsync(PipeReader content, CancellationToken cancellationToken)
    {
        var pipe = new Pipe();
        _ = ConvertAsync(content, pipe.Writer, cancellationToken);
        return new(pipe.Reader);
    }

    public async IAsyncEnumerable<double> DisplayAsync(string sensor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (int tick = 1; tick <= Ticks; tick++)
        {
            yield return tick;
        }

        _displayed.TrySetResult();
        await Task.CompletedTask;
    }

    public async IAsyncEnumerable<byte[]> CaptureAsync(string sensor, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return new byte[1000];
        yield return new byte[100_000];
        await Task.CompletedTask;
    }

    private static async Task ConvertAsync(PipeReader source, PipeWriter target, CancellationToken cancellationToken)
    {
        try
        {
            while (await source.ReadAsync(cancellationToken) is { Buffer.IsEmpty: false } read)
            {
                foreach (byte value in read.Buffer.ToArray())
                {
                    target.GetSpan(1)[0] = (byte)char.ToUpperInvariant((char)value);
                    target.Advance(1);
                }

                source.AdvanceTo(read.Buffer.End);
                await target.FlushAsync(cancellationToken);
            }

            await target.CompleteAsync();
        }
        catch (Exception error)
        {
            await target.CompleteAsync(error);
        }
        finally
        {
            await source.CompleteAsync();
        }
    }
}
