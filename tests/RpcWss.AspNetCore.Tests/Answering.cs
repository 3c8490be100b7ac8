using RpcWss.AspNetCore.Tests.Contracts;

namespace RpcWss.AspNetCore.Tests;

/// <summary>A service, of either contract, whose answer the test gives.</summary>
internal sealed class Answering(Func<string, CancellationToken, ValueTask<string>> answer) : IProbe, IDevice
{
    public Answering(Func<string, string> answer) : this((text, _) => new ValueTask<string>(answer(text)))
    {
    }

    public ValueTask<string> AskAsync(string text, CancellationToken cancellationToken = default) => answer(text, cancellationToken);
}
