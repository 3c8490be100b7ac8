using RpcWss;

namespace RemoteFiles.Server;

/// <summary>Which files are being uploaded, of all clients. Thread-safe.</summary>
internal sealed class RunningUploads
{
    private const int Most = 64;

    // Taking names that differ in capitals for one file is right on some systems, and harmless on the others.
    private readonly HashSet<string> _paths = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Enters an upload; disposing the result ends it.</summary>
    /// <exception cref="RpcException">Aborted: somebody uploads that file. ResourceExhausted: too many uploads run.</exception>
    public IDisposable Enter(UploadPlace place)
    {
        lock (_paths)
        {
            if (_paths.Count == Most)
            {
                throw new RpcException(RpcStatusCode.ResourceExhausted, $"{Most} uploads are running, and the server takes no more. Try again later.");
            }

            return _paths.Add(place.Full)
                ? new Entry(this, place.Full)
                : throw new RpcException(RpcStatusCode.Aborted, $"\"{place.Path}\" is being uploaded by another call. Try again when that one has ended.");
        }
    }

    private sealed class Entry(RunningUploads uploads, string path) : IDisposable
    {
        public void Dispose()
        {
            lock (uploads._paths)
            {
                uploads._paths.Remove(path);
            }
        }
    }
}
