namespace RpcWss.AspNetCore.Tests.Contracts;

/// <summary>What clients offer to hosts here.</summary>
[RpcContract(Name = "Tests.IDevice")]
public partial interface IDevice
{
    ValueTask<string> AskAsync(string text, CancellationToken cancellationToken = default);
}
