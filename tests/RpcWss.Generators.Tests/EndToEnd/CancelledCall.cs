using System.Reflection;

namespace RpcWss.Generators.Tests.EndToEnd;

/// <summary>A call that its caller gives up while the service is at it: the token went along, and is the one that fires.</summary>
internal static class CancelledCall
{
    public static bool CanBe(MethodInfo method) =>
        !Shapes.IsItems(method.ReturnType) && method.GetCustomAttribute<RpcMethodAttribute>()?.OneWay != true
        && method.GetParameters().Any(static parameter => parameter.ParameterType == typeof(CancellationToken));

    public static async Task RunAsync(MethodInfo method, object proxy, RecordingService service)
    {
        using var caller = new CancellationTokenSource();
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        service.Answer = (_, arguments) =>
        {
            var token = arguments.OfType<CancellationToken>().Single();
            var answer = new TaskCompletionSource<object?>(TaskCreationOptions.RunContinuationsAsynchronously);
            token.Register(() =>
            {
                stopped.TrySetResult();
                answer.TrySetCanceled(token);
            });
            caller.Cancel();
            return Tasks.From(method.ReturnType, answer.Task);
        };
        object?[] values = [.. RemoteCall.ArgumentsFor(method).Select(value => value is CancellationToken ? caller.Token : value)];

        var error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Tasks.ResultAsync(method.Invoke(proxy, BindingFlags.DoNotWrapExceptions, null, values, null)!));

        Assert.Equal(caller.Token, error.CancellationToken);
        await stopped.Task;
    }
}
