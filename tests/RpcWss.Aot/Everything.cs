using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace RpcWss.Aot;

internal sealed class Everything : IEverything
{
    private readonly ConcurrentQueue<string> _notes = new();

    public ValueTask<int> AddAsync(int left, int right, CancellationToken cancellationToken) => new(left + right);

    public ValueTask<Parcel?> SendAsync(Parcel? parcel, CancellationToken cancellationToken) => new(parcel);

    public ValueTask<Rarities> KeepAsync(Rarities rarities, CancellationToken cancellationToken) => new(rarities);

    public ValueTask NoteAsync(string text)
    {
        _notes.Enqueue(text);
        return default;
    }

    public ValueTask<string> NotesAsync() => new(string.Join(',', _notes));

    public async IAsyncEnumerable<int> CountAsync(int count, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (int number = 0; number < count; number++)
        {
            yield return number;
        }

        await Task.CompletedTask;
    }

    public async ValueTask<long> SumAsync(IAsyncEnumerable<int> numbers, CancellationToken cancellationToken)
    {
        long sum = 0;
        await foreach (int number in numbers.WithCancellation(cancellationToken))
        {
            sum += number;
        }

        return sum;
    }

    public IAsyncEnumerable<Parcel> MirrorAsync(IAsyncEnumerable<Parcel> parcels, CancellationToken cancellationToken) => parcels;

    public ValueTask<Stream> DownloadAsync(int length, CancellationToken cancellationToken) => new(new MemoryStream(RandomNumberGenerator.GetBytes(length)));

    public async ValueTask<byte[]> UploadAsync(Stream bytes, CancellationToken cancellationToken) => await SHA256.HashDataAsync(bytes, cancellationToken);

    public ValueTask<PipeReader> PipeAsync(PipeReader bytes, CancellationToken cancellationToken) => new(bytes);

    public async ValueTask<string> WorkAsync(int steps, IProgress<int>? progress, CancellationToken cancellationToken)
    {
        for (int step = 1; step <= steps; step++)
        {
            progress?.Report(step);
            await Task.Yield();
        }

        return $"{steps} steps";
    }

    public async ValueTask<string> CallBackAsync(string question, RpcCallContext? context) =>
        $"{question} {await context!.Peer.GetProxy<IAnswers>().AnswerAsync(question)}";

    public ValueTask FailAsync(RpcStatusCode code, string message) => throw new RpcException(code, message);

    public async ValueTask WaitAsync(CancellationToken cancellationToken) => await Task.Delay(Timeout.Infinite, cancellationToken);
}
