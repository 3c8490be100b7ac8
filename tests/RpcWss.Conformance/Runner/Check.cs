using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace RpcWss.Conformance.Runner;

/// <summary>What cases assert with. The program runs without a test framework.</summary>
internal static class Check
{
    public static void That([DoesNotReturnIf(false)] bool condition, [CallerArgumentExpression(nameof(condition))] string what = "")
    {
        if (!condition)
        {
            throw new CaseFailedException($"Expected: {what}");
        }
    }

    public static void Equal<T>(T expected, T actual, [CallerArgumentExpression(nameof(actual))] string what = "")
    {
        if (!EqualityComparer<T>.Default.Equals(expected, actual))
        {
            throw new CaseFailedException($"{what} is {Show(actual)}; expected {Show(expected)}");
        }
    }

    public static void Same(ReadOnlySpan<byte> expected, ReadOnlySpan<byte> actual, string what)
    {
        if (!expected.SequenceEqual(actual))
        {
            throw new CaseFailedException(
                $"{what} has {actual.Length} bytes, {expected.Length} were expected; they differ from byte {expected.CommonPrefixLength(actual)} on");
        }
    }

    public static void Sequence<T>(IEnumerable<T> expected, IEnumerable<T> actual, string what)
    {
        T[] left = [.. expected], right = [.. actual];
        if (!left.SequenceEqual(right))
        {
            throw new CaseFailedException($"{what} is [{string.Join(", ", right)}]; expected [{string.Join(", ", left)}]");
        }
    }

    public static void Contains(string part, string text, [CallerArgumentExpression(nameof(text))] string what = "")
    {
        if (!text.Contains(part, StringComparison.Ordinal))
        {
            throw new CaseFailedException($"{what} is {Show(text)}; it should contain {Show(part)}");
        }
    }

    /// <summary>The failure of a call that must fail with this status.</summary>
    public static async Task<RpcException> FailsAsync(RpcStatusCode status, Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (RpcException error)
        {
            return error.StatusCode == status
                ? error
                : throw new CaseFailedException($"The call failed with {error.StatusCode} ({error.Message}); expected {status}");
        }

        throw new CaseFailedException($"The call succeeded; expected {status}");
    }

    public static Task<RpcException> FailsAsync(RpcStatusCode status, Task call) => FailsAsync(status, () => call);

    public static Task<RpcException> FailsAsync(RpcStatusCode status, ValueTask call) => FailsAsync(status, call.AsTask);

    public static Task<RpcException> FailsAsync<T>(RpcStatusCode status, ValueTask<T> call) => FailsAsync(status, call.AsTask);

    /// <summary>The failure of something that must throw exactly this.</summary>
    public static async Task<TException> ThrowsAsync<TException>(Task task) where TException : Exception
    {
        try
        {
            await task;
        }
        catch (TException error) when (error.GetType() == typeof(TException))
        {
            return error;
        }
        catch (Exception error)
        {
            throw new CaseFailedException($"{error.GetType().Name} was thrown ({error.Message}); expected {typeof(TException).Name}");
        }

        throw new CaseFailedException($"Nothing was thrown; expected {typeof(TException).Name}");
    }

    /// <summary>A call that its caller's token ended must say so, with that token.</summary>
    public static async Task CancelledAsync(Task call, CancellationToken token)
    {
        OperationCanceledException error = await ThrowsAsync<OperationCanceledException>(call);
        That(error.CancellationToken == token, "the exception carries the caller's token");
    }

    private static string Show<T>(T value) => value switch
    {
        null => "null",
        string { Length: > 200 } text => $"\"{text[..200]}…\" ({text.Length} characters)",
        string text => $"\"{text}\"",
        _ => value.ToString() ?? "",
    };
}
