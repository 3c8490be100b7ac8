namespace RpcWss.Contracts.Tests.Loopback;

/// <summary>Named checks that a theory runs one by one.</summary>
internal sealed class Cases : Dictionary<string, Func<Task>>
{
    public TheoryData<string> Names => [.. Keys];

    /// <summary>A case for each value, which must have MessagePack-CSharp's bytes.</summary>
    public void Same<TContract, T>(Echo<TContract> echo, Func<T, Task<T>> method, params T[] values)
        where TContract : class, IRpcContract<TContract>
    {
        for (int index = 0; index < values.Length; index++)
        {
            var value = values[index];
            Add($"{method.Method.Name} {index}", () => echo.SameAsMessagePack(method, value));
        }
    }
}
