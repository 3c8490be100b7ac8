namespace RpcWss;

/// <summary>What is known of whether the method of a failed call ran. A retry is safe after <see cref="NotExecuted"/> alone.</summary>
public enum RpcExecution
{
    /// <summary>The call left this side and nothing was heard of it: it may have run, in part or as a whole.</summary>
    Unknown = 0,

    /// <summary>The method did not run, and will not.</summary>
    NotExecuted = 1,

    /// <summary>The method ran, or began to.</summary>
    Executed = 2,
}
