namespace RpcWss;

/// <summary>
/// The peers that are connected to this host at the moment: any code of the app can inject it and call what a peer hosts. Thread-safe; what it
/// returns are snapshots.
/// </summary>
/// <example>
/// <code>
/// app.MapPost("/devices/{id}/restart", async (string id, IRpcPeers peers) =>
///     peers.FindByUser(id) is [RpcPeer device, ..] ? Results.Ok(await device.GetProxy&lt;IDevice&gt;().RestartAsync()) : Results.NotFound());
/// </code>
/// </example>
public interface IRpcPeers
{
    /// <summary>How many peers are connected.</summary>
    int Count { get; }

    /// <summary>Every peer that is connected, in no order.</summary>
    IReadOnlyList<RpcPeer> All { get; }

    /// <summary>The peer with this <see cref="RpcPeer.Id"/>; null when it is not connected.</summary>
    RpcPeer? Find(string id);

    /// <summary>
    /// The peers of this user, one for each connection, the oldest first; empty when there is none. A user's id is the claim
    /// <see cref="System.Security.Claims.ClaimTypes.NameIdentifier"/>, or without one <c>sub</c>, or without that the identity's name.
    /// </summary>
    IReadOnlyList<RpcPeer> FindByUser(string userId);
}
