using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using RpcWss.AspNetCore.Tests.Authentication;

namespace RpcWss.AspNetCore.Tests.Authorization;

/// <summary>Whether a caller may call a method is decided at each call, by the app's own policies.</summary>
public sealed class CallAuthorizationTests(Certificates certificates)
{
    private readonly TokenBook _book = new TokenBook().Add("token-u", "u").Add("token-a", "a", "admin");
    private readonly LedgerNotes _notes = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_method_has_its_own_demand()
    {
        await using TestHost host = await StartAsync(rpc => rpc.AddService<ILedger, Ledger>());
        await using RpcClient nobody = await ConnectAsync(host, null);
        await using RpcClient user = await ConnectAsync(host, "token-u");
        await using RpcClient admin = await ConnectAsync(host, "token-a");

        Assert.Equal("read Unauthenticated Unauthenticated Unauthenticated", await TryAllAsync(nobody));
        Assert.Equal("read booked 5 PermissionDenied PermissionDenied", await TryAllAsync(user));
        Assert.Equal("read booked 5 closed audited", await TryAllAsync(admin));
    }

    [Fact]
    public async Task What_is_nearest_decides()
    {
        await using TestHost locked = await StartAsync(rpc => rpc.AddService<ILedger, LockedLedger>());
        await using TestHost open = await StartAsync(rpc => rpc.AddService<ILedger, OpenLedger>());
        await using RpcClient nobodyLocked = await ConnectAsync(locked, null);
        await using RpcClient nobodyOpen = await ConnectAsync(open, null);
        await using RpcClient adminLocked = await ConnectAsync(locked, "token-a");

        Assert.Equal("read Unauthenticated Unauthenticated Unauthenticated", await TryAllAsync(nobodyLocked));
        Assert.Equal("read booked 5 closed audited", await TryAllAsync(adminLocked));
        Assert.Equal("read Unauthenticated closed Unauthenticated", await TryAllAsync(nobodyOpen));
    }

    [Fact]
    public async Task An_object_that_is_hosted_itself_is_guarded_by_its_class()
    {
        await using TestHost host = await StartAsync(rpc => rpc.AddService<ILedger>(new LockedLedger()));
        await using RpcClient user = await ConnectAsync(host, "token-u");

        Assert.Equal("read PermissionDenied PermissionDenied PermissionDenied", await TryAllAsync(user));
    }

    [Fact]
    public async Task The_caller_learns_that_and_not_why()
    {
        await using TestHost host = await StartAsync(rpc => rpc.AddService<ILedger, Ledger>());
        await using RpcClient nobody = await ConnectAsync(host, null);
        await using RpcClient user = await ConnectAsync(host, "token-u");

        RpcException stranger = await Assert.ThrowsAsync<RpcException>(async () => await nobody.GetProxy<ILedger>().BookAsync(1));
        RpcException known = await Assert.ThrowsAsync<RpcException>(async () => await user.GetProxy<ILedger>().CloseAsync(1));

        Assert.Equal("Tests.ILedger/BookAsync is for authenticated users alone. Connect with credentials.", stranger.Message);
        Assert.Equal("This user may not call Tests.ILedger/CloseYear.", known.Message);
        Assert.Contains(host.Log.Entries, entry => entry.Id == 2201 && entry.ToString().Contains("secret reason", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_call_is_known_not_to_have_run_whereas_the_services_own_refusal_is_not_told_so()
    {
        await using TestHost host = await StartAsync(rpc => rpc.AddService<ILedger, Ledger>().DenyUnmarkedMethods = true);
        host.Log.Expected.Add(2202);
        await using RpcClient nobody = await ConnectAsync(host, null);
        await using RpcClient user = await ConnectAsync(host, "token-u");

        Assert.Equal((RpcStatusCode.Unauthenticated, RpcExecution.NotExecuted), await RefusedAsync(() => nobody.GetProxy<ILedger>().BookAsync(1)));
        Assert.Equal((RpcStatusCode.Unauthenticated, RpcExecution.NotExecuted), await RefusedAsync(async () => $"{await nobody.GetProxy<ILedger>().WatchAsync(Cancel).CountAsync(Cancel)}"));
        Assert.Equal((RpcStatusCode.PermissionDenied, RpcExecution.NotExecuted), await RefusedAsync(user.GetProxy<ILedger>().CloseAsync));
        Assert.Equal((RpcStatusCode.PermissionDenied, RpcExecution.NotExecuted), await RefusedAsync(user.GetProxy<ILedger>().ReadAsync));
        Assert.Equal((RpcStatusCode.PermissionDenied, RpcExecution.Executed), await RefusedAsync(() => user.GetProxy<ILedger>().BookAsync(-1)));
    }

    [Fact]
    public async Task A_caller_who_may_not_is_refused_before_an_argument_is_read_and_may_call_others()
    {
        await using TestHost host = await StartAsync(rpc => rpc.AddService<ILedger, Ledger>());
        // Of arguments that do not decode, for a signature that differs.
        host.Log.Expected.Add(1003);
        await using RpcClient nobody = await ConnectAsync(host, null);
        await using RpcClient user = await ConnectAsync(host, "token-u");

        RpcException stranger = await Assert.ThrowsAsync<RpcException>(async () => await nobody.GetProxy<IMistypedLedger>().BookAsync("five"));
        RpcException known = await Assert.ThrowsAsync<RpcException>(async () => await user.GetProxy<IMistypedLedger>().BookAsync("five"));

        Assert.Equal((RpcStatusCode.Unauthenticated, RpcStatusCode.InvalidArgument), (stranger.StatusCode, known.StatusCode));
        Assert.Equal("read", await nobody.GetProxy<ILedger>().ReadAsync());
    }

    [Fact]
    public async Task A_handler_sees_the_call_and_its_metadata()
    {
        await using TestHost host = await StartAsync(rpc => rpc.AddService<ILedger, Ledger>());
        await using RpcClient user = await ConnectAsync(host, "token-u");
        RpcCallOptions mine = new() { Metadata = new RpcMetadata { { "year-book", "mine" } } };

        Assert.Equal("closed 7", await user.GetProxy<ILedger>().With(mine).CloseAsync(7));
    }

    [Fact]
    public async Task Streams_and_one_way_calls_are_judged_too()
    {
        await using TestHost host = await StartAsync(rpc => rpc.AddService<ILedger, Ledger>());
        await using RpcClient nobody = await ConnectAsync(host, null);
        await using RpcClient user = await ConnectAsync(host, "token-u");

        RpcException refused = await Assert.ThrowsAsync<RpcException>(async () => await nobody.GetProxy<ILedger>().WatchAsync(Cancel).ToListAsync(Cancel));
        Assert.Equal(RpcStatusCode.Unauthenticated, refused.StatusCode);
        Assert.Equal([1], await user.GetProxy<ILedger>().WatchAsync(Cancel).ToListAsync(Cancel));

        await nobody.GetProxy<ILedger>().NoteAsync("not this");
        await host.Log.WaitForAsync(2201, 2, Cancel);
        Assert.Empty(_notes.All);
    }

    [Fact]
    public async Task A_right_that_is_taken_away_is_missing_at_the_next_call()
    {
        bool may = true;
        await using TestHost host = await StartAsync(
            rpc => rpc.AddService<ILedger, LockedLedger>(),
            services => services.Configure<AuthorizationOptions>(options => options.AddPolicy("admins", policy => policy.RequireAssertion(_ => Volatile.Read(ref may)))));
        await using RpcClient user = await ConnectAsync(host, "token-u");
        ILedger ledger = user.GetProxy<ILedger>();

        Assert.Equal("closed", await ledger.CloseAsync());
        Volatile.Write(ref may, false);
        RpcException error = await Assert.ThrowsAsync<RpcException>(async () => await ledger.CloseAsync());

        Assert.Equal(RpcStatusCode.PermissionDenied, error.StatusCode);
        Assert.Equal("read", await ledger.ReadAsync());
    }

    [Fact]
    public async Task Methods_of_which_nothing_is_said_can_be_denied()
    {
        await using TestHost host = await StartAsync(rpc => rpc.AddService<ILedger, Ledger>().DenyUnmarkedMethods = true);
        await using RpcClient admin = await ConnectAsync(host, "token-a");
        Assert.Equal("PermissionDenied booked 5 closed audited", await TryAllAsync(admin));
        host.Log.Expected.Add(2202);
        Assert.Contains(host.Log.Entries, entry => entry.ToString().Contains("Nobody may call Tests.ILedger/ReadAsync:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_demand_without_the_apps_authorization_stops_the_start()
    {
        InvalidOperationException error = await Assert.ThrowsAsync<InvalidOperationException>(() => TestHost.StartAsync(certificates, rpc => rpc.AddService<ILedger, LockedLedger>()));

        Assert.Equal("The service of Tests.ILedger demands authorization with [Authorize], and the app has none. Call builder.Services.AddAuthorization().", error.Message);
    }

    [Fact]
    public void Schemes_are_the_endpoints_to_name()
    {
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddRpcWss(rpc => rpc.AddService<IAudited, OfAScheme>()));

        Assert.Contains("names the authentication schemes \"Cards\" for Tests.IAudited/AuditAsync", error.Message);
        Assert.Contains("MapRpcWss(...).RequireAuthorization", error.Message);
    }

    private static async Task<string> TryAllAsync(RpcClient client)
    {
        ILedger ledger = client.GetProxy<ILedger>();
        return string.Join(' ', await TryAsync(ledger.ReadAsync), await TryAsync(() => ledger.BookAsync(5)), await TryAsync(ledger.CloseAsync), await TryAsync(ledger.AuditAsync));
    }

    private static async Task<string> TryAsync(Func<ValueTask<string>> call)
    {
        try
        {
            return await call();
        }
        catch (RpcException error)
        {
            return $"{error.StatusCode}";
        }
    }

    private static async Task<(RpcStatusCode, RpcExecution)> RefusedAsync(Func<ValueTask<string>> call)
    {
        RpcException error = await Assert.ThrowsAsync<RpcException>(async () => await call());
        return (error.StatusCode, error.Execution);
    }

    private Task<TestHost> StartAsync(Action<RpcWssBuilder> configure, Action<IServiceCollection>? further = null) => TestHost.StartAsync(
        certificates,
        configure,
        services =>
        {
            _book.AddTo(services);
            services.AddSingleton(_notes);
            services.AddScoped<IAuthorizationHandler, SmallYearsHandler>();
            further?.Invoke(services);
        });

    private Task<RpcClient> ConnectAsync(TestHost host, string? token) =>
        RpcClient.ConnectAsync(host.Rpc, certificates.Options().With(token, RpcAccessTokenPlacement.Header), Cancel);

    [Authorize(AuthenticationSchemes = "Cards")]
    private sealed class OfAScheme : IAudited
    {
        public ValueTask<string> AuditAsync() => new("");
    }
}
