using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using RpcWss.Testing;

namespace RpcWss.Interop.Tests.Proxies;

/// <summary>A proxy as a process, with a configuration of docs/proxies in which only ports and the folder of the certificates are others.</summary>
internal sealed class ProxyProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private ProxyProcess(Process process, DirectoryInfo folder, int port)
    {
        _process = process;
        _folder = folder;
        Port = port;
    }

    public int Port { get; }

    public Uri Rpc => new($"wss://localhost:{Port}/rpc");

    /// <summary>Where a proxy is installed; null where it is not.</summary>
    public static string? Find(string program) =>
        new[] { $"/usr/sbin/{program}", $"/usr/bin/{program}", $"/usr/local/sbin/{program}", $"/usr/local/bin/{program}" }.FirstOrDefault(File.Exists);

    public static async Task<ProxyProcess> StartAsync(string configuration, int backend, Certificates certificates)
    {
        bool isNginx = configuration.StartsWith("nginx", StringComparison.Ordinal);
        string program = Find(isNginx ? "nginx" : "haproxy")!;
        int port = FreePort();
        DirectoryInfo folder = Directory.CreateTempSubdirectory("rpcwss-proxy-");
        string text = await File.ReadAllTextAsync(Path.Combine(Tool.Repository, "docs", "proxies", configuration), TestContext.Current.CancellationToken);
        text = Replace(Replace(text, "127.0.0.1:5000", "127.0.0.1:5001", $"127.0.0.1:{backend}"), "listen 443", "bind :443", isNginx ? $"listen 127.0.0.1:{port}" : $"bind 127.0.0.1:{port}");
        foreach (string file in (string[])["server.pem", "server.key", "server-and-key.pem"])
        {
            text = text.Replace($" {file}", $" {Path.Combine(certificates.Folder, file)}", StringComparison.Ordinal);
        }

        string path = Path.Combine(folder.FullName, configuration);
        await File.WriteAllTextAsync(path, isNginx ? Modules() + text : text, TestContext.Current.CancellationToken);
        string[] arguments = isNginx
            ? ["-p", folder.FullName, "-c", path, "-e", "stderr", "-g", $"daemon off; pid {folder.FullName}/pid; error_log stderr notice;"]
            : ["-W", "-db", "-f", path];
        Process process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        await ListensAsync(process, isNginx ? "start worker process " : "Loading success");
        return new ProxyProcess(process, folder, port);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    // Where the stream module is one of its own, a distribution has a line for it beside those of other modules.
    private static string Modules()
    {
        const string Stream = "/usr/lib/nginx/modules/ngx_stream_module.so";
        return File.Exists(Stream) ? $"load_module {Stream};\n" : "";
    }

    private static string Replace(string text, string one, string other, string by)
    {
        string replaced = text.Replace(one, by, StringComparison.Ordinal).Replace(other, by, StringComparison.Ordinal);
        Assert.NotEqual(text, replaced);
        return replaced;
    }

    private static int FreePort()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    private static async Task ListensAsync(Process process, string said)
    {
        var all = new List<string>();
        while (await process.StandardError.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            all.Add(line);
            if (line.Contains(said, StringComparison.Ordinal))
            {
                // Read on, or the proxy would block on a full pipe.
                _ = process.StandardError.ReadToEndAsync();
                return;
            }
        }

        Assert.Fail($"The proxy did not start:\n{string.Join('\n', all)}");
    }
}
