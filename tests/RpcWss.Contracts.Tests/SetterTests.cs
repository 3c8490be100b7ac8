using MessagePack.Resolvers;
using RpcWss.Contracts.Tests.Data;

namespace RpcWss.Contracts.Tests;

/// <summary>
/// Members whose setters are not public have MessagePack-CSharp's bytes and come back. Its standard resolver writes them and loses them when it reads; the one
/// that is allowed to see what is private reads them too.
/// </summary>
public sealed class SetterTests
{
    private readonly Echo<ISetters> _echo = new(new Setters());

    [Fact]
    public async Task Members_come_back()
    {
        await SameAsync<Guarded?>(_echo.Proxy.Guarded, null, Guarded.Make(1), Guarded.Make(2, Guarded.Make(3)));
        await SameAsync<GuardedPoint>(_echo.Proxy.Point, default, GuardedPoint.Make(1, 2));
        await SameAsync<GuardedMap>(_echo.Proxy.Map, new GuardedMap(), GuardedMap.Make(5));
        await SameAsync<GuardedRecord>(_echo.Proxy.Record, new GuardedRecord(1), new GuardedRecord(1).Named("a"));
    }

    [Fact]
    public async Task Members_that_do_not_come_keep_their_defaults()
    {
        var (proxy, wire) = LoopbackInvoker.Connect<ISetters>(new Setters());
        wire.Rewrite = static _ => new byte[] { 0x91, 0x91, 0x09 };

        var guarded = await proxy.Guarded(null);
        var record = await proxy.Record(new(0));

        Assert.Equal((9, "unnamed"), (guarded!.Private, guarded.Internal));
        Assert.Equal(new GuardedRecord(9), record);
    }

    private async Task SameAsync<T>(Func<T, Task<T>> method, params T[] values)
    {
        foreach (var value in values)
        {
            byte[] expected = MessagePackSerializer.Serialize(value, cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal(expected, MessagePackSerializer.Serialize(value, StandardResolverAllowPrivate.Options, TestContext.Current.CancellationToken));

            T back = await method(value);

            byte[] sent = MessagePackSerializer.Serialize(back, cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal(expected, sent);
            var theirs = MessagePackSerializer.Deserialize<T>(sent, StandardResolverAllowPrivate.Options, TestContext.Current.CancellationToken);
            Assert.Equal(expected, MessagePackSerializer.Serialize(theirs, cancellationToken: TestContext.Current.CancellationToken));
        }
    }
}
