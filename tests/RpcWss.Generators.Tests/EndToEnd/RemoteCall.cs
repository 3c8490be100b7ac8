using System.Reflection;
using System.Runtime.ExceptionServices;

namespace RpcWss.Generators.Tests.EndToEnd;

/// <summary>
/// One call of one method with values that a seed gives: the service checks what arrives and answers, the caller checks the answer. Either
/// side's check fails the call.
/// </summary>
internal sealed class RemoteCall
{
    private readonly TaskCompletionSource _served = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly MethodInfo _method;
    private readonly ParameterInfo[] _parameters;
    private readonly ValueMaker _values;
    private readonly object?[] _arguments;
    private readonly object?[] _sent;

    public RemoteCall(MethodInfo method, int seed)
    {
        _method = method;
        _parameters = method.GetParameters();
        _values = new ValueMaker(seed);
        (_arguments, _sent) = (new object?[_parameters.Length], new object?[_parameters.Length]);
        for (int index = 0; index < _parameters.Length; index++)
        {
            MakeArgument(index);
        }

        Result = MakeResult();
    }

    private object? Result { get; }

    private bool IsOneWay => _method.GetCustomAttribute<RpcMethodAttribute>()?.OneWay == true;

    /// <summary>Calls, and checks everything that crosses in either direction.</summary>
    public async Task RunAsync(object proxy, RecordingService service)
    {
        service.Answer = Answer;
        try
        {
            object? returned = _method.Invoke(proxy, BindingFlags.DoNotWrapExceptions, null, _arguments, null);
            await FinishAsync(returned!);
        }
        catch (RpcException) when (_served.Task.IsFaulted)
        {
            // The service's own check says more than the status that it became.
            await _served.Task;
        }

        await _served.Task;
        for (int index = 0; index < _parameters.Length; index++)
        {
            if (_arguments[index] is IReportKeeper keeper)
            {
                var item = _parameters[index].ParameterType.GenericTypeArguments[0];
                Assert.True(keeper.Reports.Length == 1, $"{_method}: {_parameters[index].Name} brought {keeper.Reports.Length} reports");
                Sameness.Check(item, _sent[index], keeper.Reports[0], _parameters[index].Name!);
            }
        }
    }

    /// <summary>Some answer to a call whose arguments are of no interest.</summary>
    public static object? AnswerAnyhow(MethodInfo method)
    {
        var call = new RemoteCall(method, 0);
        return call.Answer(method, []);
    }

    /// <summary>Arguments of a call whose answer is of no interest.</summary>
    public static object?[] ArgumentsFor(MethodInfo method) => new RemoteCall(method, 0)._arguments;

    /// <summary>Waits for the end of such a call.</summary>
    public static async Task FinishAnyhowAsync(MethodInfo method, object returned)
    {
        if (Shapes.IsItems(method.ReturnType))
        {
            await Streaming.ReadItemsAsync(method.ReturnType.GenericTypeArguments[0], returned);
        }
        else
        {
            await Tasks.ResultAsync(returned);
        }
    }

    private void MakeArgument(int index)
    {
        var type = _parameters[index].ParameterType;
        var nulls = Nulls.Of(_parameters[index]);
        bool isNull = nulls.Allowed && _values.Random.Next(3) == 0;
        if (type == typeof(RpcCallContext) || type == typeof(CancellationToken))
        {
            _arguments[index] = type == typeof(CancellationToken) ? TestContext.Current.CancellationToken : null;
        }
        else if (Shapes.IsItems(type))
        {
            var item = type.GenericTypeArguments[0];
            var items = _values.MakeItems(item, nulls.Argument(0), isNull ? 0 : Most(_parameters[index]));
            (_arguments[index], _sent[index]) = (isNull ? null : Streaming.Source(item, static () => Task.CompletedTask, items), items);
        }
        else if (Shapes.IsBytes(type))
        {
            byte[] bytes = isNull ? [] : LeafValues.Bytes(_values.Random);
            (_arguments[index], _sent[index]) = (isNull ? null : Streaming.Bytes(type, bytes), bytes);
        }
        else if (Shapes.IsProgress(type))
        {
            // What the service will report.
            (_arguments[index], _sent[index]) = (isNull ? null : Streaming.Keeper(type.GenericTypeArguments[0]), _values.Make(type.GenericTypeArguments[0], nulls.Argument(0)));
        }
        else
        {
            _arguments[index] = _sent[index] = _values.Make(type, nulls);
        }
    }

    private object? MakeResult()
    {
        var type = _method.ReturnType;
        var nulls = Nulls.Of(_method.ReturnParameter);
        return Shapes.IsItems(type) ? _values.MakeItems(type.GenericTypeArguments[0], nulls.Argument(0), Most(_method.ReturnParameter))
            : Tasks.ResultOf(type) is not { } result ? null
            : Shapes.IsBytes(result) ? LeafValues.Bytes(_values.Random)
            : _values.Make(result, nulls.Argument(0));
    }

    // A stream that may drop items is sure to deliver one.
    private static int Most(ParameterInfo stream) =>
        stream.GetCustomAttribute<RpcStreamAttribute>() is { WhenSlow: not RpcSlowConsumer.Wait } ? 1 : 3;

    private object? Answer(MethodInfo method, object?[] arguments)
    {
        var type = _method.ReturnType;
        if (method != _method)
        {
            _served.TrySetException(new InvalidOperationException($"{_method} arrived as {method}."));
        }

        return Shapes.IsItems(type)
            ? Streaming.Source(type.GenericTypeArguments[0], () => ReceiveAsync(arguments), (Array)Result!)
            : Tasks.From(type, ServeAsync(arguments));
    }

    private async Task<object?> ServeAsync(object?[] arguments)
    {
        await ReceiveAsync(arguments);
        return Tasks.ResultOf(_method.ReturnType) is { } result && Shapes.IsBytes(result) ? Streaming.Bytes(result, (byte[])Result!) : Result;
    }

    private async Task ReceiveAsync(object?[] arguments)
    {
        try
        {
            for (int index = 0; index < arguments.Length; index++)
            {
                await ReceiveAsync(_parameters[index], arguments[index], _sent[index]);
            }

            _served.TrySetResult();
        }
        catch (Exception error)
        {
            _served.TrySetException(error);
            ExceptionDispatchInfo.Throw(error);
        }
    }

    private async Task ReceiveAsync(ParameterInfo parameter, object? received, object? sent)
    {
        var type = parameter.ParameterType;
        if (type == typeof(RpcCallContext))
        {
            Assert.NotNull(received);
        }
        else if (type == typeof(CancellationToken))
        {
            Assert.True(IsOneWay || ((CancellationToken)received!).CanBeCanceled, "The service got no token.");
        }
        else if (Shapes.IsItems(type))
        {
            var items = await Streaming.ReadItemsAsync(type.GenericTypeArguments[0], received!);
            Sameness.Check(items.GetType(), sent, items, parameter.Name!);
        }
        else if (Shapes.IsBytes(type))
        {
            Assert.Equal((byte[])sent!, await Streaming.ReadBytesAsync(received!));
        }
        else if (Shapes.IsProgress(type))
        {
            Streaming.Report(type, received!, sent);
        }
        else
        {
            Sameness.Check(type, sent, received, parameter.Name!);
        }
    }

    private async Task FinishAsync(object returned)
    {
        var type = _method.ReturnType;
        if (Shapes.IsItems(type))
        {
            var items = await Streaming.ReadItemsAsync(type.GenericTypeArguments[0], returned);
            Sameness.Check(items.GetType(), Result, items, "result");
            return;
        }

        object? result = await Tasks.ResultAsync(returned);
        if (Tasks.ResultOf(type) is not { } resultType)
        {
            return;
        }

        if (Shapes.IsBytes(resultType))
        {
            Assert.Equal((byte[])Result!, await Streaming.ReadBytesAsync(result!));
        }
        else
        {
            Sameness.Check(resultType, Result, result, "result");
        }
    }
}
