using RemoteFiles.Contracts;
using RpcWss;

namespace RemoteFiles.Client.Verbs;

/// <summary>Everything once, over one connection.</summary>
internal static class DemoVerb
{
    public static async Task<int> RunAsync(Session session)
    {
        Title("What is there (the first ten)");
        FilePage page = await session.Files.ListAsync("", null, 10, session.Cancellation);
        page.Entries.ForEach(entry => Console.WriteLine($"  {entry.Kind}  {Printable.Of(entry.Name)}"));

        if (page.Entries.Find(entry => entry.Kind == FileKind.File) is not { Name: var file })
        {
            Console.WriteLine("There is no file among them to show more with.");
            return ExitCode.Success;
        }

        Title($"Details of {Printable.Of(file)}");
        await DetailsVerb.RunAsync(session, file);

        Title($"Its SHA-256");
        await HashVerb.RunAsync(session, file);

        string text = Ask("What to look for in all files", "the");
        Title($"The lines with \"{text}\"");
        await TryAsync(() => SearchVerb.RunAsync(session, text, ""));

        Title("A way out of the directory, which the server refuses");
        await TryAsync(() => DetailsVerb.RunAsync(session, "../outside"));

        Title("Something that is not there");
        await TryAsync(() => DetailsVerb.RunAsync(session, "no such file"));

        Title($"Delete {Printable.Of(file)}? The server asks before it does");
        await TryAsync(() => DeleteVerb.RunAsync(session, file));
        return ExitCode.Success;
    }

    private static void Title(string text) => Console.WriteLine($"\n== {text}");

    private static string Ask(string question, string otherwise)
    {
        Console.Write($"\n{question}? ({otherwise}) ");
        return Console.ReadLine() is { Length: > 0 } answer ? answer : otherwise;
    }

    // What fails is part of the show.
    private static async Task TryAsync(Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (RpcException error)
        {
            Failure.Print(error);
        }
    }
}
