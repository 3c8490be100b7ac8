namespace RpcWss.AspNetCore.Tests.Contracts;

/// <summary>What hosts offer to clients here.</summary>
[RpcContract(Name = "Tests.IProbe")]
public partial interface IProbe
{
    ValueTask<string> AskAsync(string text, CancellationToken cancellationToken = default);
}
