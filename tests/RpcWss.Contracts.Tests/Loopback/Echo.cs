namespace RpcWss.Contracts.Tests.Loopback;

/// <summary>Sends values through a contract that returns what it gets, and compares every byte with MessagePack-CSharp's.</summary>
internal sealed class Echo<TContract>
    where TContract : class, IRpcContract<TContract>
{
    private readonly LoopbackInvoker _wire;

    public Echo(TContract service)
    {
        (Proxy, _wire) = LoopbackInvoker.Connect(service);
    }

    public TContract Proxy { get; }

    public async Task SameAsMessagePack<T>(Func<T, Task<T>> method, params T[] values)
    {
        foreach (var value in values)
        {
            byte[] expected = MessagePackSerializer.Serialize(value, cancellationToken: TestContext.Current.CancellationToken);

            var back = await method(value);

            // What we write is what MessagePack-CSharp writes: as an argument, in an array of one, and as a result.
            Assert.Equal([0x91, .. expected], _wire.Arguments.ToArray());
            Assert.Equal(expected, _wire.Result.ToArray());

            // What it writes we read, and the other way round: equal bytes again mean equal values.
            Assert.Equal(expected, MessagePackSerializer.Serialize(back, cancellationToken: TestContext.Current.CancellationToken));
            var theirs = MessagePackSerializer.Deserialize<T>(_wire.Result, cancellationToken: TestContext.Current.CancellationToken);
            Assert.Equal(expected, MessagePackSerializer.Serialize(theirs, cancellationToken: TestContext.Current.CancellationToken));
        }
    }

    /// <summary>For types that MessagePack-CSharp does not know: the bytes are those of another value that it does know.</summary>
    public async Task SameAs<T, TWire>(Func<T, Task<T>> method, T value, TWire wire)
    {
        byte[] expected = MessagePackSerializer.Serialize(wire, cancellationToken: TestContext.Current.CancellationToken);

        var back = await method(value);

        Assert.Equal([0x91, .. expected], _wire.Arguments.ToArray());
        Assert.Equal(expected, _wire.Result.ToArray());
        Assert.Equal(value, back);
    }

    /// <summary>Sends the bytes of a value of one type to a method that takes another.</summary>
    public async Task<TTo> Instead<TFrom, TTo>(TFrom sent, Func<TTo, Task<TTo>> method)
    {
        byte[] bytes = MessagePackSerializer.Serialize(sent, cancellationToken: TestContext.Current.CancellationToken);
        _wire.Rewrite = _ => (byte[])[0x91, .. bytes];
        try
        {
            return await method(default!);
        }
        finally
        {
            _wire.Rewrite = static bytes => bytes;
        }
    }
}
