using RpcWss;

namespace RemoteFiles.Contracts;

/// <summary>What a client that deletes hosts: the server asks before it does what cannot be undone.</summary>
[RpcContract]
public partial interface IConfirmation
{
    /// <summary>Whether this is to be deleted.</summary>
    ValueTask<bool> ConfirmDeleteAsync(FileDetails what, CancellationToken cancellationToken = default);
}
