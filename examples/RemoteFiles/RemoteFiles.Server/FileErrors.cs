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
        IOException => (RpcStatusCode.Unavailable, "The server's file system failed; its log says more."),
        _ => null,
    };
}
