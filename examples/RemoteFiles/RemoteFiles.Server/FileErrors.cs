using RpcWss;

namespace RemoteFiles.Server;

/// <summary>
/// Turns what the file system throws into what a caller can do something about, for every method in one place. The exception's own text stays here: it has paths of the server in it.
/// </summary>
internal sealed class FileErrors(ILogger<FileErrors> logger) : RpcInterceptor
{
    public override async ValueTask InterceptAsync(RpcInterceptedCall call, RpcInterceptorNext next)
    {
        try
        {
            await next(call);
        }
        catch (Exception error) when (!call.IsOutgoing && Describe(error) is { } known)
        {
            logger.LogInformation("{Method}: {Error}", call.Method.Name, error.Message);
            throw new RpcException(known.Status, known.Message, error);
        }
    }

    private static (RpcStatusCode Status, string Message)? Describe(Exception error) => error switch
    {
        FileNotFoundException or DirectoryNotFoundException => (RpcStatusCode.NotFound, "There is nothing by that name any more."),
        UnauthorizedAccessException => (RpcStatusCode.PermissionDenied, "The server itself may not do that with this file."),
        PathTooLongException => (RpcStatusCode.InvalidArgument, "The path is too long for the server's file system."),
        IOException when IsDiskFull(error) => (RpcStatusCode.ResourceExhausted, "The server's disk is full."),
        IOException => (RpcStatusCode.Unavailable, "The server's file system failed; its log says more."),
        _ => null,
    };

    // ENOSPC and EDQUOT on Unix (122 on Linux, 69 on macOS), ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL on Windows.
    private static bool IsDiskFull(Exception error) =>
        OperatingSystem.IsWindows() ? (error.HResult & 0xFFFF) is 112 or 39 : error.HResult == 28 || error.HResult == (OperatingSystem.IsMacOS() ? 69 : 122);
}
