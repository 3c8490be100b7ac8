using RpcWss;

namespace RemoteFiles.Server;

/// <summary>Where an upload goes.</summary>
/// <param name="Path">What the client calls it.</param>
/// <param name="Full">Where the file will be.</param>
/// <param name="Partial">Where it is until it is complete.</param>
internal sealed record UploadPlace(string Path, string Full, string Partial)
{
    /// <exception cref="RpcException">No file can be there.</exception>
    public static UploadPlace Resolve(RootDirectory root, string path)
    {
        string full = root.Resolve(path);
        if (Directory.Exists(full))
        {
            throw new RpcException(RpcStatusCode.InvalidArgument, $"\"{path}\" is a directory. Give the name of a file in it.");
        }

        if (!Directory.Exists(System.IO.Path.GetDirectoryName(full)))
        {
            throw new RpcException(RpcStatusCode.NotFound, $"There is no directory for \"{path}\".");
        }

        string partial = full + ".part";
        return RootDirectory.IsLink(partial)
            ? throw new RpcException(RpcStatusCode.PermissionDenied, $"\"{path}.part\" is a symbolic link, and those are not followed.")
            : new UploadPlace(path, full, partial);
    }
}
