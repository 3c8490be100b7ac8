using RemoteFiles.Contracts;

namespace RemoteFiles.Client;

/// <summary>Answers the server's question whether to delete something: as the command line says, or as the user does.</summary>
internal sealed class ConsoleConfirmation(bool? answer) : IConfirmation
{
    public ValueTask<bool> ConfirmDeleteAsync(FileDetails what, CancellationToken cancellationToken)
    {
        Console.Write($"the server asks: delete {Printable.Of(what.Path)}, {what.Length:N0} bytes, written {what.Modified:yyyy-MM-dd HH:mm:ss}? (y/N) ");
        if (answer is { } fixedAnswer)
        {
            Console.WriteLine(fixedAnswer ? "y" : "n");
            return new(fixedAnswer);
        }

        // At the end of a redirected input nobody has agreed to anything.
        return new(Console.ReadLine()?.Trim() is "y" or "Y" or "yes");
    }
}
