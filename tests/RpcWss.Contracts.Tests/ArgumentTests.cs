namespace RpcWss.Contracts.Tests;

[RpcContract(Name = "tests.arguments", Ordered = true)]
public partial interface IArguments
{
    ValueTask<int> AddAsync(int left, int right, CancellationToken cancellationToken = default);

    Task<string> GreetAsync(string name = "you", string? title = null, int times = 1, DayOfWeek day = DayOfWeek.Friday);

    Task<string> WhoAsync(int number, RpcCallContext? context = null);

    Task<int> CountAsync(params string[] words);

    ValueTask NothingAsync();

    Task FailAsync(Unwritable value);

    [RpcMethod(OneWay = true, Name = "fire")]
    ValueTask ForgetAsync(Guid id);

    [RpcMethod(OneWay = true)]
    Task ForgetTooAsync(CancellationToken cancellationToken = default);
}

[MessagePackObject]
public sealed class Unwritable
{
    [Key(0)]
    public int Number => throw new InvalidOperationException("The getter is user code.");
}

/// <summary>What becomes of arguments on their way, and of those that do not arrive.</summary>
public sealed class ArgumentTests
{
    private readonly Service _service = new();
    private readonly IArguments _proxy;
    private readonly LoopbackInvoker _wire;

    public ArgumentTests()
    {
        (_proxy, _wire) = LoopbackInvoker.Connect<IArguments>(_service);
    }

    [Fact]
    public async Task A_call_reaches_the_service_and_its_result_comes_back()
    {
        Assert.Equal(42, await _proxy.AddAsync(2, 40, TestContext.Current.CancellationToken));

        Assert.Equal([0x92, 2, 40], _wire.Arguments.ToArray());
        Assert.Equal([42], _wire.Result.ToArray());
        Assert.Equal([2, 40], _wire.Boxed);
    }

    [Fact]
    public async Task The_token_is_not_sent_and_reaches_the_service()
    {
        using var source = new CancellationTokenSource();

        await _proxy.AddAsync(1, 2, source.Token);

        Assert.Equal(source.Token, _service.Token);
    }

    [Fact]
    public async Task The_context_is_not_sent_and_is_the_one_of_the_call()
    {
        Assert.Equal("tests.arguments/WhoAsync", await _proxy.WhoAsync(1));

        Assert.Equal([0x91, 1], _wire.Arguments.ToArray());
    }

    [Fact]
    public async Task A_context_that_is_passed_on_is_refused_before_anything_is_sent()
    {
        await _proxy.WhoAsync(1);

        await Assert.ThrowsAsync<ArgumentException>(() => _proxy.WhoAsync(2, _wire.Context));
        Assert.Equal([0x91, 1], _wire.Arguments.ToArray());
    }

    [Fact]
    public async Task Missing_arguments_take_their_defaults()
    {
        _wire.Rewrite = static _ => new byte[] { 0x90 };
        Assert.Equal("you//1/Friday", await _proxy.GreetAsync("a", "b", 2, DayOfWeek.Monday));
        Assert.Equal(["you", null, 1, DayOfWeek.Friday], _wire.Boxed);

        _wire.Rewrite = static _ => new byte[] { 0x92, 0xA1, (byte)'x', 0xC0 };
        Assert.Equal("x//1/Friday", await _proxy.GreetAsync("a", "b", 2, DayOfWeek.Monday));

        _wire.Rewrite = static _ => new byte[] { 0x90 };
        Assert.Equal(0, await _proxy.CountAsync("a"));
    }

    [Fact]
    public async Task A_missing_argument_without_a_default_is_named()
    {
        _wire.Rewrite = static _ => new byte[] { 0x91, 1 };

        var error = await Assert.ThrowsAsync<RpcException>(async () => await _proxy.AddAsync(1, 2, TestContext.Current.CancellationToken));

        Assert.Equal((RpcStatusCode.InvalidArgument, RpcExecution.NotExecuted), (error.StatusCode, error.Execution));
        Assert.Equal("The argument 'right' is missing.", error.Message);
        Assert.Throws<MessagePackSerializationException>(() => _wire.Boxed);
    }

    [Fact]
    public async Task Arguments_that_a_newer_caller_added_are_skipped()
    {
        _wire.Rewrite = static _ => new byte[] { 0x94, 1, 2, 0x92, 1, 0x81, 1, 2, 0xC0 };
        Assert.Equal(3, await _proxy.AddAsync(0, 0, TestContext.Current.CancellationToken));

        _wire.Rewrite = static _ => new byte[] { 0x91, 0xC0 };
        await _proxy.NothingAsync();
    }

    [Theory]
    [InlineData(new byte[] { 0x92, 1, 0xA1, (byte)'x' }, "right")]
    [InlineData(new byte[] { 0x92, 0xC0, 1 }, "left")]
    [InlineData(new byte[] { 0x92, 1 }, "left")]
    [InlineData(new byte[] { 0x92, 1, 2, 3 }, "right")]
    [InlineData(new byte[] { 0x01 }, "left")]
    [InlineData(new byte[0], "left")]
    public async Task Bytes_that_are_no_arguments_are_an_invalid_argument_and_the_service_does_not_run(byte[] bytes, string parameter)
    {
        _wire.Rewrite = _ => bytes;

        var error = await Assert.ThrowsAsync<RpcException>(async () => await _proxy.AddAsync(0, 0, TestContext.Current.CancellationToken));

        Assert.Equal(RpcStatusCode.InvalidArgument, error.StatusCode);
        Assert.Contains($"'{parameter}'", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, _service.Calls);
    }

    [Fact]
    public async Task Null_where_the_contract_does_not_allow_it_is_an_invalid_argument()
    {
        var error = await Assert.ThrowsAsync<RpcException>(() => _proxy.GreetAsync(null!));

        Assert.Equal(RpcStatusCode.InvalidArgument, error.StatusCode);
        Assert.Equal("name", Assert.IsType<ArgumentNullException>(error.InnerException).ParamName);
        Assert.Equal("a//1/Friday", await _proxy.GreetAsync("a", title: null));
    }

    [Fact]
    public async Task An_argument_that_throws_while_it_is_written_fails_the_call_through_its_task()
    {
        var pending = _proxy.FailAsync(new Unwritable());

        var error = await Assert.ThrowsAsync<RpcException>(() => pending);
        Assert.IsType<InvalidOperationException>(error.InnerException);
    }

    [Fact]
    public async Task One_way_methods_send_and_say_so_in_their_descriptor()
    {
        await _proxy.ForgetAsync(Guid.Empty);
        Assert.Equal(("fire", RpcMethodKind.OneWay), (_wire.Method!.Name, _wire.Method.Kind));

        await _proxy.ForgetTooAsync(TestContext.Current.CancellationToken);
        Assert.Equal(RpcMethodKind.OneWay, _wire.Method!.Kind);
        Assert.Equal([0x90], _wire.Arguments.ToArray());
        Assert.Empty(_wire.Boxed);
    }

    private sealed class Service : IArguments
    {
        public CancellationToken Token { get; private set; }

        public int Calls { get; private set; }

        public ValueTask<int> AddAsync(int left, int right, CancellationToken cancellationToken)
        {
            Calls++;
            Token = cancellationToken;
            return new(left + right);
        }

        public Task<string> GreetAsync(string name, string? title, int times, DayOfWeek day) => Task.FromResult($"{name}/{title}/{times}/{day}");

        public Task<string> WhoAsync(int number, RpcCallContext? context) => Task.FromResult(context!.Method.FullName);

        public Task<int> CountAsync(params string[] words) => Task.FromResult(words.Length);

        public ValueTask NothingAsync() => default;

        public Task FailAsync(Unwritable value) => Task.CompletedTask;

        public ValueTask ForgetAsync(Guid id) => default;

        public Task ForgetTooAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
