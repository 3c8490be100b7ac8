namespace RemoteFiles.Client;

/// <summary>Makes text of another computer safe to print: a file's name may hold what a terminal takes for a command.</summary>
internal static class Printable
{
    public static string Of(string text) => text.Any(char.IsControl)
        ? string.Create(text.Length, text, static (printable, text) =>
        {
            for (int index = 0; index < text.Length; index++)
            {
                printable[index] = char.IsControl(text[index]) ? '?' : text[index];
            }
        })
        : text;
}
