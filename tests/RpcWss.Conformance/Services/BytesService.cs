using System.IO.Pipelines;
using RpcWss.Conformance.Contracts;

namespace RpcWss.Conformance.Services;

internal sealed class BytesService(Board board) : IBytes
{
    public ValueTask<Stream> DownloadAsync(string key, long length, CancellationToken cancellationToken) =>
        new(new PatternStream(length, () => board.Mark($"{key} disposed")));

    public ValueTask<PipeReader> DownloadPipeAsync(string key, long length, CancellationToken cancellationToken) =>
        new(PipeReader.Create(new PatternStream(length, () => board.Mark($"{key} disposed"))));

    public async ValueTask<byte[]> UploadAsync(Stream bytes, CancellationToken cancellationToken) => await PatternStream.HashAsync(bytes, cancellationToken);

    public async ValueTask<byte[]> UploadPipeAsync(PipeReader bytes, CancellationToken cancellationToken) =>
        await PatternStream.HashAsync(bytes.AsStream(), cancellationToken);

    public async ValueTask<int> HoldAsync(string key, Stream bytes, CancellationToken cancellationToken)
    {
        board.Mark($"{key} started");
        await WaitingService.PassAsync(board, key, cancellationToken);
        return 1;
    }

    public async ValueTask<int> HoldPipeAsync(string key, PipeReader bytes, CancellationToken cancellationToken)
    {
        board.Mark($"{key} started");
        await WaitingService.PassAsync(board, key, cancellationToken);
        return 1;
    }
}
