namespace RpcWss.Fuzz.Contracts;

/// <summary>A call of every kind. Nothing here waits for anything but its token or its streams, so that whatever does not end is the engine's fault.</summary>
[RpcContract(Name = WireName)]
internal partial interface ITarget
{
    const string WireName = "fuzz.target";

    ValueTask<int> NextAsync(int value, CancellationToken cancellationToken = default);

    ValueTask<string?> TextAsync(string? text);

    ValueTask<Dictionary<string, int[]>> WordsAsync(Dictionary<string, int[]> words);

    /// <summary>Returns so many bytes, within reason.</summary>
    ValueTask<byte[]> AnswerAsync(byte[] question, int length, CancellationToken cancellationToken = default);

    ValueTask<int> WaitAsync(CancellationToken cancellationToken = default);

    ValueTask<int> FailAsync(RpcStatusCode status, string message);

    /// <summary>Sends the metadata that came as headers and as trailers, as far as it may.</summary>
    ValueTask<int> MirrorAsync(RpcCallContext? context = null);

    /// <summary>Calls back, so many calls deep.</summary>
    ValueTask<int> DescendAsync(int levels, RpcCallContext? context = null);

    [RpcMethod(OneWay = true)]
    ValueTask NoteAsync(string note, byte[]? ballast = null);

    IAsyncEnumerable<long> CountAsync(int count, CancellationToken cancellationToken = default);

    IAsyncEnumerable<byte[]> SizesAsync(int[] sizes, CancellationToken cancellationToken = default);

    ValueTask<long> SumAsync(IAsyncEnumerable<long> numbers, CancellationToken cancellationToken = default);

    ValueTask<long> TakeAsync(IAsyncEnumerable<byte[]> items, int count, CancellationToken cancellationToken = default);

    IAsyncEnumerable<long> MergeAsync(IAsyncEnumerable<long> left, IAsyncEnumerable<long> right, CancellationToken cancellationToken = default);

    ValueTask<Stream> DownloadAsync(int length, CancellationToken cancellationToken = default);

    ValueTask<long> UploadAsync(Stream bytes, CancellationToken cancellationToken = default);

    ValueTask<int> ReportAsync(int count, IProgress<int>? progress = null, CancellationToken cancellationToken = default);
}
