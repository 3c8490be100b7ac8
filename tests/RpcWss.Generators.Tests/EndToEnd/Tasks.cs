using System.Reflection;

namespace RpcWss.Generators.Tests.EndToEnd;

/// <summary>Tasks whose result's type is known at run time alone.</summary>
internal static class Tasks
{
    private static readonly MethodInfo _with = typeof(Tasks).GetMethod(nameof(With), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>The type of the result; null for a task without one.</summary>
    public static Type? ResultOf(Type task) => task.IsGenericType ? task.GenericTypeArguments[0] : null;

    /// <summary>A task of the type that a method returns, with the result of <paramref name="work"/>.</summary>
    public static object From(Type task, Task<object?> work)
    {
        bool isValueTask = task == typeof(ValueTask) || Shapes.Is(task, typeof(ValueTask<>));
        if (ResultOf(task) is not { } result)
        {
            return isValueTask ? new ValueTask(work) : work;
        }

        object made = _with.MakeGenericMethod(result).Invoke(null, [work])!;
        return isValueTask ? Activator.CreateInstance(task, made)! : made;
    }

    /// <summary>Waits for any task and gives its result; null where it has none.</summary>
    public static async Task<object?> ResultAsync(object task)
    {
        var type = task.GetType();
        var plain = task as Task ?? (Task)type.GetMethod("AsTask")!.Invoke(task, [])!;
        await plain;
        return plain.GetType().GetProperty("Result")?.GetValue(plain);
    }

    private static async Task<T> With<T>(Task<object?> work) => (T)(await work)!;
}
