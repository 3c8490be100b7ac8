using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;

namespace RpcWss.Services;

/// <summary>
/// The dependency-injection scopes of connections, made when a per-connection service is first called: an idle connection costs nothing here.
/// Thread-safe.
/// </summary>
internal sealed class ConnectionScopes(IServiceScopeFactory factory)
{
    private readonly ConcurrentDictionary<RpcConnection, Lazy<AsyncServiceScope>> _scopes = new();

    public IServiceProvider For(RpcConnection connection)
    {
        if (!_scopes.TryGetValue(connection, out Lazy<AsyncServiceScope>? scope))
        {
            // Lazy, since two first calls at once must not both make one.
            scope = _scopes.GetOrAdd(connection, Create, factory);
        }

        return scope.Value.ServiceProvider;
    }

    /// <summary>Disposes of the connection's scope and of its services. Called once, after the last call has ended.</summary>
    public ValueTask EndAsync(RpcConnection connection) =>
        _scopes.TryRemove(connection, out Lazy<AsyncServiceScope>? scope) && scope.IsValueCreated ? scope.Value.DisposeAsync() : default;

    private static Lazy<AsyncServiceScope> Create(RpcConnection connection, IServiceScopeFactory factory) => new(() =>
    {
        AsyncServiceScope scope = factory.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<InjectedCall>().Peer = connection.Peer;
        return scope;
    });
}
