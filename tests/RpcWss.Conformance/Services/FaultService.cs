using RpcWss.Conformance.Contracts;

namespace RpcWss.Conformance.Services;

internal sealed class FaultService : IFaults
{
    public const int MaxDetail = 8 * 1024;
    public const int MaxTrailer = (8 * 1024) - 32 - 4;

    public ValueTask<int> FailAsync(RpcStatusCode status, string message) => throw new RpcException(status, message);

    public ValueTask<int> FailAtLengthAsync(string repeated, int times) =>
        throw new RpcException(RpcStatusCode.Aborted, string.Concat(Enumerable.Repeat(repeated, times)));

    public ValueTask<int> ThrowAsync(string secret) => throw new InvalidOperationException(secret, new FormatException(secret));

    public ValueTask<int> FailAfterHeadersAsync(RpcCallContext? context)
    {
        context!.SendHeaders(new RpcMetadata { { "progress", "half" } });
        context.ResponseTrailers.Add("left", "half");
        throw new RpcException(RpcStatusCode.DataLoss, "The other half is lost.") { Detail = new byte[] { 1, 2, 3 } };
    }

    public ValueTask<int> MirrorAsync(bool fail, RpcCallContext? context)
    {
        context!.SendHeaders(context.RequestMetadata);
        foreach (RpcMetadataEntry entry in context.RequestMetadata.Reverse())
        {
            if (entry.IsBinary)
            {
                context.ResponseTrailers.Add(entry.Key, entry.Binary);
            }
            else
            {
                context.ResponseTrailers.Add(entry.Key, entry.Text!);
            }
        }

        return fail ? throw new RpcException(RpcStatusCode.FailedPrecondition, "As asked.") : new(context.RequestMetadata.Count);
    }

    public ValueTask<int> BurdenAsync(int headerBytes, int trailerBytes, RpcCallContext? context)
    {
        if (headerBytes > 0)
        {
            context!.SendHeaders(new RpcMetadata { { "burden", new byte[headerBytes] } });
        }

        if (trailerBytes > 0)
        {
            context!.ResponseTrailers.Add("burden", new byte[trailerBytes]);
        }

        return new(1);
    }

    public ValueTask<int> FailAtFullSizeAsync(RpcCallContext? context)
    {
        context!.ResponseTrailers.Add("full", new byte[MaxTrailer]);
        throw new RpcException(RpcStatusCode.OutOfRange, new string('é', 10_000)) { Detail = new byte[MaxDetail] };
    }

    public ValueTask ThrowUnheardAsync(string secret) => throw new InvalidOperationException(secret);
}
