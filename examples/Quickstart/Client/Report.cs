namespace Quickstart.Client;

/// <summary>Prints what happens and keeps count of what is not as expected.</summary>
internal sealed class Report
{
    private int _steps;

    /// <summary>How many things were not as expected.</summary>
    public int Surprises { get; private set; }

    public void Step(string title) => Console.WriteLine($"\n{++_steps}. {title}");

    public void Line(string text) => Console.WriteLine($"     {text}");

    public void Expect(bool holds, string what)
    {
        if (!holds)
        {
            Surprises++;
            Console.WriteLine($"     NOT AS EXPECTED: {what}");
        }
    }

    /// <summary>The error that a call ends with.</summary>
    public async Task<TException> FailsAsync<TException>(Func<Task> call) where TException : Exception
    {
        try
        {
            await call();
        }
        catch (TException error)
        {
            return error;
        }

        throw new InvalidOperationException($"The call succeeded, and was to end with {typeof(TException).Name}.");
    }

    public static string Short(string text) => text.Length <= 100 ? text : text[..97] + "...";
}
