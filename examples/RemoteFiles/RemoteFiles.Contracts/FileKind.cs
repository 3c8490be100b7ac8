namespace RemoteFiles.Contracts;

/// <summary>What an entry of a directory is.</summary>
public enum FileKind
{
    /// <summary>A file.</summary>
    File = 0,

    /// <summary>A directory.</summary>
    Directory = 1,

    /// <summary>A symbolic link. It is listed, and never followed.</summary>
    Link = 2,
}
