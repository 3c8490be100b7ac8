using MessagePack;
using RpcWss.Contracts.Tests.Loopback;
using Xunit;

namespace RpcWss.Contracts.Tests;

[MessagePackObject]
public sealed record Order([property: Key(0)] int Id, [property: Key(1)] string? Name)
{
    [Key(3)]
    public List<int> Lines { get; init; } = [];
}

[RpcContract]
public partial interface ICalculator
{
    ValueTask<int> AddAsync(int left, int right, CancellationToken cancellationToken = default);

    Task<string> GreetAsync(string name = "you", RpcCallContext? context = null);

    Task<Order?> CopyAsync(Order? order);

    [RpcMethod(OneWay = true)]
    ValueTask ForgetAsync(params string[] words);
}

/// <summary>The whole way of a call through really generated code.</summary>
public sealed class CalculatorTests
{
    [Fact]
    public async Task A_call_reaches_the_service_and_its_result_comes_back()
    {
        var (proxy, wire) = LoopbackInvoker.Connect<ICalculator>(new Calculator());

        int sum = await proxy.AddAsync(2, 40, TestContext.Current.CancellationToken);

        Assert.Equal(42, sum);
        Assert.Equal([0x92, 2, 40], wire.Arguments.ToArray());
        Assert.Equal([42], wire.Result.ToArray());
        Assert.Equal("RpcWss.Contracts.Tests.ICalculator/AddAsync", wire.Method!.FullName);
        Assert.Equal(new object[] { 2, 40 }, wire.Boxed!);
    }

    [Fact]
    public async Task A_record_goes_both_ways()
    {
        var (proxy, _) = LoopbackInvoker.Connect<ICalculator>(new Calculator());

        var order = await proxy.CopyAsync(new Order(7, "seven") { Lines = [1, 2] });

        Assert.Equal(7, order!.Id);
        Assert.Equal("seven", order.Name);
        Assert.Equal([1, 2], order.Lines);
        Assert.Null(await proxy.CopyAsync(null));
    }

    private sealed class Calculator : ICalculator
    {
        public ValueTask<int> AddAsync(int left, int right, CancellationToken cancellationToken) => new(left + right);

        public Task<string> GreetAsync(string name, RpcCallContext? context) => Task.FromResult($"Hello {name} from {context!.Method.Name}");

        public Task<Order?> CopyAsync(Order? order) => Task.FromResult(order);

        public ValueTask ForgetAsync(params string[] words) => default;
    }
}
