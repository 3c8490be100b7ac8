using Microsoft.AspNetCore.Authorization;

namespace RpcWss.AspNetCore.Tests.Authorization;

/// <summary>What every ledger has; the demand stands on the contract's method.</summary>
[RpcContract(Name = "Tests.IAudited")]
public partial interface IAudited
{
    [Authorize("admins")]
    ValueTask<string> AuditAsync();
}

/// <summary>The ledger with an argument that no service of it can decode.</summary>
[RpcContract(Name = "Tests.ILedger")]
public partial interface IMistypedLedger
{
    ValueTask<string> BookAsync(string amount);
}

/// <summary>Methods with every kind of demand, which are on the services.</summary>
[RpcContract(Name = "Tests.ILedger")]
public partial interface ILedger : IAudited
{
    ValueTask<string> ReadAsync();

    ValueTask<string> BookAsync(int amount);

    ValueTask<string> CloseAsync();

    [RpcMethod(Name = "CloseYear")]
    ValueTask<string> CloseAsync(int year);

    IAsyncEnumerable<int> WatchAsync(CancellationToken cancellationToken = default);

    [RpcMethod(OneWay = true)]
    ValueTask NoteAsync(string text);
}
