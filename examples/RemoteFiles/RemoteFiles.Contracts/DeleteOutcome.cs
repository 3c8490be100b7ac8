namespace RemoteFiles.Contracts;

/// <summary>How a deletion ended.</summary>
public enum DeleteOutcome
{
    /// <summary>It is gone.</summary>
    Deleted = 0,

    /// <summary>The caller was asked, and said no.</summary>
    Refused = 1,
}
