using RpcWss;

namespace Quickstart.Contracts;

/// <summary>What the client offers: the server calls it over the same connection, which the client has opened.</summary>
[RpcContract]
public partial interface IEditor
{
    /// <summary>Which of these words say nothing about a text.</summary>
    ValueTask<List<string>> StrikeOutAsync(List<string> words, CancellationToken cancellationToken = default);

    /// <summary>Tells what the desk is doing. One-way.</summary>
    [RpcMethod(OneWay = true)]
    ValueTask TellAsync(string what);
}
