namespace RemoteFiles.Client;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCode
{
    public const int Success = 0;
    public const int CallFailed = 1;
    public const int Usage = 2;
    public const int NotConnected = 3;

    /// <summary>Something is wrong with a file here, or with what came of it.</summary>
    public const int FileFailed = 4;

    /// <summary>As of a program that Ctrl+C ended.</summary>
    public const int Cancelled = 130;
}
