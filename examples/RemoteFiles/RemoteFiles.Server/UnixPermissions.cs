namespace RemoteFiles.Server;

/// <summary>Writes permissions as <c>ls</c> does.</summary>
internal static class UnixPermissions
{
    /// <summary>Nine characters, such as <c>rw-r--r--</c>.</summary>
    public static string Describe(UnixFileMode mode) => string.Create(9, mode, static (text, mode) =>
    {
        for (int index = 0; index < text.Length; index++)
        {
            bool isSet = ((int)mode & (1 << (8 - index))) != 0;
            text[index] = isSet ? "rwx"[index % 3] : '-';
        }
    });
}
