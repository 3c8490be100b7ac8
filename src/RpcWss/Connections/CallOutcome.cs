namespace RpcWss.Connections;

/// <summary>What ended a call of this side.</summary>
internal enum CallEndCause : byte
{
    /// <summary>The peer's STATUS.</summary>
    Status,

    /// <summary>The caller's own token.</summary>
    CallerToken,

    /// <summary>The call being served, within which this one was made, was cancelled.</summary>
    EnclosingCall,

    /// <summary>The consumer of its result stream wanted no more.</summary>
    Abandoned,

    /// <summary>This side: its deadline, a limit, or the end of the connection.</summary>
    Local,
}

/// <summary>How a call of this side ended.</summary>
internal sealed class CallOutcome
{
    /// <summary>Of a call that succeeded and has nothing to say beside its result.</summary>
    public static readonly CallOutcome Success = new() { Execution = RpcExecution.Executed };

    public CallEndCause Cause;
    public RpcStatusCode Status;
    public RpcExecution Execution;
    public string? Message;
    public byte[]? Detail;
    public RpcMetadata? Trailers;
    public Exception? InnerException;

    public static CallOutcome Local(RpcStatusCode status, RpcExecution execution, string message, Exception? innerException = null) => new()
    {
        Cause = CallEndCause.Local,
        Status = status,
        Execution = execution,
        Message = message,
        InnerException = innerException,
    };
}
