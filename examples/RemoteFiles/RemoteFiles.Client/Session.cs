using RemoteFiles.Contracts;

namespace RemoteFiles.Client;

/// <summary>What a verb works with.</summary>
/// <param name="Files">The server's files.</param>
/// <param name="Transfers">Their content.</param>
/// <param name="Sink">Where the server tells what a search found.</param>
/// <param name="Arguments">The command line.</param>
/// <param name="Cancellation">Fires at Ctrl+C.</param>
internal sealed record Session(IRemoteFiles Files, IFileTransfers Transfers, SearchScreen Sink, ClientArguments Arguments, CancellationToken Cancellation);
