using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace RpcWss.Testing;

/// <summary>A small HTTP server on loopback for what certificates name: revocation lists and OCSP. Thread-safe.</summary>
public sealed class LoopbackPages : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<string, LoopbackPage> _pages = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly Task _accepting;

    public LoopbackPages()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>An address where nothing listens.</summary>
    public static Uri Nowhere { get; } = new("http://127.0.0.1:1/");

    /// <summary>Publishes what is made anew for each request: of the rest of its path, null for an error. At an address of its own, since the platform keeps what it fetched.</summary>
    public LoopbackPage Publish(Func<string, byte[]?> answer)
    {
        string name = Guid.NewGuid().ToString("N");
        return _pages[name] = new LoopbackPage(new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/{name}"), answer);
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_connections);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                using var reader = new StreamReader(client.GetStream(), Encoding.ASCII, leaveOpen: true);
                string[] request = (await reader.ReadLineAsync(_stop.Token) ?? "").Split(' ');
                while (await reader.ReadLineAsync(_stop.Token) is { Length: > 0 })
                {
                }

                byte[]? body = request.Length > 1 ? await AnswerAsync(request[1]) : null;
                string status = body is null ? "503 Service Unavailable" : "200 OK";
                await client.GetStream().WriteAsync(
                    Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: {body?.Length ?? 0}\r\nConnection: close\r\n\r\n"), _stop.Token);
                await client.GetStream().WriteAsync(body ?? [], _stop.Token);
            }
            catch (Exception error) when (error is OperationCanceledException or IOException)
            {
                // Who asked is gone, or this server is.
            }
        }
    }

    private async Task<byte[]?> AnswerAsync(string path)
    {
        string name = path.Split('/')[1];
        return _pages.TryGetValue(name, out LoopbackPage? page) ? await page.AnswerAsync(path[(1 + name.Length)..], _stop.Token) : null;
    }
}

/// <summary>One address of <see cref="LoopbackPages"/>.</summary>
public sealed class LoopbackPage(Uri address, Func<string, byte[]?> answer)
{
    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _asked;

    public Uri Address { get; } = address;

    /// <summary>How often it was asked for.</summary>
    public int Asked => Volatile.Read(ref _asked);

    /// <summary>Completes when it is asked for the first time.</summary>
    public Task FirstAsked => _first.Task;

    /// <summary>Whether it keeps whoever asks waiting without an end.</summary>
    public bool IsSilent { get; set; }

    /// <summary>What it answers.</summary>
    public Func<string, byte[]?> Answer { get; set; } = answer;

    internal async Task<byte[]?> AnswerAsync(string rest, CancellationToken stop)
    {
        Interlocked.Increment(ref _asked);
        _first.TrySetResult();
        if (IsSilent)
        {
            await Task.Delay(Timeout.Infinite, stop);
        }

        return Answer(rest);
    }
}
