using RemoteFiles.Client.Transfers;
using RemoteFiles.Contracts;

namespace RemoteFiles.Client.Verbs;

/// <summary>Copies a file from the server. What an earlier run left of it is checked, and not copied again.</summary>
internal static class DownloadVerb
{
    public static async Task RunAsync(Session session, string remote, string local)
    {
        FileDetails details = await session.Files.GetDetailsAsync(remote, session.Cancellation);
        string target = TargetOf(remote, local);
        RequireReplaceable(session, target);

        await using PartialFile partial = details.Kind == FileKind.File
            ? await PartialFile.OpenAsync(target, session.Cancellation)
            : throw new LocalFileException($"{remote} is a directory, and a file is needed.");
        await CheckAsync(session, partial, remote);
        long start = partial.Length;
        TimeSpan elapsed = await ReceiveAsync(session, partial, remote, details.Length);

        FileHash hash = await session.Files.HashAsync(remote, session.Cancellation);
        if (!partial.Sha256.AsSpan().SequenceEqual(hash.Sha256))
        {
            await partial.DiscardAsync();
            throw new LocalFileException($"{remote} changed while it was downloaded: what came does not have its SHA-256. {partial.Path} was deleted; download it anew.");
        }

        RequireReplaceable(session, target);
        await partial.CompleteAsync(session.Arguments.Replace);
        TransferSummary.Print($"downloaded {remote} to {target}", partial.Length, start, elapsed, partial.Sha256);
    }

    // What is here must be the beginning of what is there.
    private static async Task CheckAsync(Session session, PartialFile partial, string remote)
    {
        if (partial.Length == 0)
        {
            return;
        }

        FilePrefix prefix = await session.Transfers.GetPrefixAsync(remote, partial.Length, session.Cancellation);
        if (prefix.Length != partial.Length || !partial.Sha256.AsSpan().SequenceEqual(prefix.Sha256))
        {
            Console.Error.WriteLine($"{partial.Path} is not the beginning of {Printable.Of(remote)}; starting anew");
            partial.Clear();
        }
    }

    private static async Task<TimeSpan> ReceiveAsync(Session session, PartialFile partial, string remote, long total)
    {
        ProgressBar bar = ProgressBar.ToConsole(total, partial.Length);
        try
        {
            Stream content = await session.Transfers.OpenAsync(remote, partial.Length, session.Cancellation);
            await using var paced = new PacedStream(content, session.Arguments.Limit);
            await partial.AppendAsync(paced, bar, session.Cancellation);
            bar.End();
            return bar.Elapsed;
        }
        catch (Exception)
        {
            bar.End();
            Console.Error.WriteLine($"{partial.Length} bytes are kept in {partial.Path}; the same command goes on from there");
            throw;
        }
    }

    private static string TargetOf(string remote, string local)
    {
        string name = remote.TrimEnd('/').Split('/')[^1];
        return local.Length == 0 ? name : Directory.Exists(local) ? Path.Join(local, name) : local;
    }

    private static void RequireReplaceable(Session session, string target)
    {
        if (File.Exists(target) && !session.Arguments.Replace)
        {
            throw new LocalFileException($"There is a {target} already. Say --replace, or give another name.");
        }
    }
}
