namespace RemoteFiles.Contracts;

/// <summary>How a part of a followed file belongs to the parts before it.</summary>
public enum FollowedFrom
{
    /// <summary>It comes right after them.</summary>
    Here = 0,

    /// <summary>The file was cut off; this is from its start.</summary>
    Truncated = 1,

    /// <summary>There is another file by that name now; this is its start.</summary>
    Replaced = 2,
}
