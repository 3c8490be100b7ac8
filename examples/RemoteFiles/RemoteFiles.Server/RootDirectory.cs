using RpcWss;

namespace RemoteFiles.Server;

/// <summary>
/// The one directory that clients may see. Every path of a client goes through <see cref="Resolve"/>, which lets none lead out of it. Who can change files on the
/// server itself could still put a link in a path's way just after it was checked; this guards against clients.
/// </summary>
internal sealed class RootDirectory(string path)
{
    // The root itself may be reached through links; that is for whoever starts the server to decide.
    private readonly string _path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    /// <summary>The full path of what a client calls <paramref name="path"/>, whether or not there is anything.</summary>
    /// <exception cref="RpcException">PermissionDenied: it leads out, or through a link.</exception>
    public string Resolve(string path)
    {
        if (Path.IsPathRooted(path) || path.Contains('\0'))
        {
            throw Outside(path);
        }

        string full = _path;
        foreach (string name in path.Split('/'))
        {
            if (name is "" or ".")
            {
                continue;
            }

            string next = Path.Join(full, name);
            // A name that the file system takes for anything else than a name below this directory: .., C:, a\b, a trailing dot on Windows.
            if (name == ".." || Path.GetFullPath(next) != next || Path.GetDirectoryName(next) != full)
            {
                throw Outside(path);
            }

            if (IsLink(next))
            {
                throw new RpcException(RpcStatusCode.PermissionDenied, $"\"{path}\" leads through a symbolic link, and those are not followed.");
            }

            full = next;
        }

        return full;
    }

    /// <summary>Whether this full path is the root.</summary>
    public bool IsRoot(string full) => full == _path;

    public static bool IsLink(string full) => new FileInfo(full).LinkTarget is not null;

    private static RpcException Outside(string path) =>
        new(RpcStatusCode.PermissionDenied, $"\"{path}\" leads out of the directory that is served. Give a path within it, such as \"docs/readme.txt\".");
}
