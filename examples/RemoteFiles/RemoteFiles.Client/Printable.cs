namespace RemoteFiles.Client;

/// <summary>Makes text of another computer safe to print: a file's name may hold what a terminal takes for a command.</summary>
internal static class Printable
{
    /// <summary>A name, or another text of one line.</summary>
    public static string Of(string text) => Replace(text, static character => char.IsControl(character));

    /// <summary>A text whose lines and tabs are kept.</summary>
    public static string Lines(string text) => Replace(text, static character => char.IsControl(character) && character is not ('\n' or '\r' or '\t'));

    private static string Replace(string text, Func<char, bool> isUnsafe) => text.Any(isUnsafe)
        ? string.Create(text.Length, (text, isUnsafe), static (printable, source) =>
        {
            for (int index = 0; index < printable.Length; index++)
            {
                printable[index] = source.isUnsafe(source.text[index]) ? '?' : source.text[index];
            }
        })
        : text;
}
