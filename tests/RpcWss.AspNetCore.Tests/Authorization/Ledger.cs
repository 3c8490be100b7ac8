using Microsoft.AspNetCore.Authorization;

namespace RpcWss.AspNetCore.Tests.Authorization;

/// <summary>Says nothing of its class: each method speaks for itself.</summary>
internal sealed class Ledger(LedgerNotes notes) : ILedger
{
    public ValueTask<string> AuditAsync() => new("audited");

    public ValueTask<string> ReadAsync() => new("read");

    [Authorize]
    public ValueTask<string> BookAsync(int amount) =>
        amount >= 0 ? new($"booked {amount}") : throw new RpcException(RpcStatusCode.PermissionDenied, "This user may not call Tests.ILedger/BookAsync.");

    [Authorize("admins")]
    public ValueTask<string> CloseAsync() => new("closed");

    [SmallYears]
    ValueTask<string> ILedger.CloseAsync(int year) => new($"closed {year}");

    [Authorize]
    public async IAsyncEnumerable<int> WatchAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await Task.CompletedTask;
        yield return 1;
    }

    [Authorize]
    public ValueTask NoteAsync(string text)
    {
        notes.Add(text);
        return default;
    }
}

/// <summary>Open, but for what says otherwise.</summary>
[AllowAnonymous]
internal sealed class OpenLedger : LockedLedger
{
    [Authorize]
    public override ValueTask<string> BookAsync(int amount) => base.BookAsync(amount);
}

/// <summary>For admins, but for what says otherwise.</summary>
[Authorize("admins")]
internal class LockedLedger : ILedger
{
    public ValueTask<string> AuditAsync() => new("audited");

    [AllowAnonymous]
    public ValueTask<string> ReadAsync() => new("read");

    public virtual ValueTask<string> BookAsync(int amount) => new($"booked {amount}");

    public ValueTask<string> CloseAsync() => new("closed");

    public ValueTask<string> CloseAsync(int year) => new($"closed {year}");

    public IAsyncEnumerable<int> WatchAsync(CancellationToken cancellationToken = default) => AsyncEnumerable.Empty<int>();

    public ValueTask NoteAsync(string text) => default;
}

/// <summary>What was noted.</summary>
internal sealed class LedgerNotes
{
    private readonly Lock _gate = new();
    private readonly List<string> _notes = [];

    public IReadOnlyList<string> All
    {
        get
        {
            lock (_gate)
            {
                return [.. _notes];
            }
        }
    }

    public void Add(string text)
    {
        lock (_gate)
        {
            _notes.Add(text);
        }
    }
}

/// <summary>A demand that brings its own requirement, and looks at the call.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SmallYearsAttribute : Attribute, IAuthorizationRequirementData
{
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new SmallYears()];
}

internal sealed class SmallYears : IAuthorizationRequirement;

/// <summary>Scoped, as handlers that use a database are; sees the call as an injected context and as the resource.</summary>
internal sealed class SmallYearsHandler(RpcCallContext injected) : AuthorizationHandler<SmallYears, RpcCallContext>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, SmallYears requirement, RpcCallContext resource)
    {
        if (ReferenceEquals(injected, resource) && resource.RequestMetadata.GetText("year-book") == "mine")
        {
            context.Succeed(requirement);
        }
        else
        {
            context.Fail(new AuthorizationFailureReason(this, "secret reason"));
        }

        return Task.CompletedTask;
    }
}
