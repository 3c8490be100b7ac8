using System.Security.Claims;
using RpcWss.AspNetCore.Tests.Contracts;

namespace RpcWss.AspNetCore.Tests.Authentication;

/// <summary>Says who calls.</summary>
internal sealed class WhoAmI(RpcCallContext call) : IProbe
{
    public ValueTask<string> AskAsync(string text, CancellationToken cancellationToken = default) =>
        new($"{call.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "nobody"} {call.User.FindFirstValue("role")}");
}
