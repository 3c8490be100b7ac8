namespace RpcWss;

/// <summary>How a call ended. The numbers and names are gRPC's, which people know (<c>docs/protocol.md#status-codes</c>).</summary>
public enum RpcStatusCode
{
    /// <summary>The call succeeded.</summary>
    OK = 0,

    /// <summary>The call was cancelled, usually by its caller.</summary>
    Cancelled = 1,

    /// <summary>The cause is not known, or the peer sent a code that is not known here.</summary>
    Unknown = 2,

    /// <summary>An argument is wrong whatever the state of the system, or could not be decoded.</summary>
    InvalidArgument = 3,

    /// <summary>The deadline passed before the call completed; it may have run all the same.</summary>
    DeadlineExceeded = 4,

    /// <summary>Something that was asked for does not exist.</summary>
    NotFound = 5,

    /// <summary>Something that was to be created exists already.</summary>
    AlreadyExists = 6,

    /// <summary>The caller is known and may not do this.</summary>
    PermissionDenied = 7,

    /// <summary>A limit was reached: a payload's size, calls in flight, a quota. The message names the limit.</summary>
    ResourceExhausted = 8,

    /// <summary>The system is not in the state that the call needs; retrying without changing that is of no use.</summary>
    FailedPrecondition = 9,

    /// <summary>The operation was aborted, usually over concurrency; a retry at a higher level may help.</summary>
    Aborted = 10,

    /// <summary>The operation went past the valid range.</summary>
    OutOfRange = 11,

    /// <summary>The peer does not host the contract or does not have the method.</summary>
    Unimplemented = 12,

    /// <summary>An invariant is broken: an unhandled exception in the service, or a violation of the protocol.</summary>
    Internal = 13,

    /// <summary>The connection is lost, closing or not there. <see cref="RpcException.Execution"/> says whether the call ran.</summary>
    Unavailable = 14,

    /// <summary>Data was lost or damaged beyond repair.</summary>
    DataLoss = 15,

    /// <summary>The caller is not authenticated.</summary>
    Unauthenticated = 16,
}
