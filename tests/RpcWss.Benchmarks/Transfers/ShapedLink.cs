using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace RpcWss.Benchmarks.Transfers;

/// <summary>
/// A TCP relay that behaves like a long or narrow link: each byte arrives a while after it was sent, and no faster than the rate. Its own buffers hold no
/// more than the link has under way, so that what piles up does so at the sender, where it would with a real link.
/// </summary>
internal sealed class ShapedLink : IAsyncDisposable
{
    // Small where pieces are what the rate is made of.
    private const int PieceSize = 4 * 1024;
    private const int UnratedPieceSize = 64 * 1024;

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly int _target;
    private readonly TimeSpan _delay;
    private readonly double _bytesPerSecond;

    /// <param name="target">The port behind it.</param>
    /// <param name="roundTrip">What it adds to a round trip.</param>
    /// <param name="bitsPerSecond">Each direction's rate; infinite for none.</param>
    public ShapedLink(int target, TimeSpan roundTrip, double bitsPerSecond)
    {
        _target = target;
        _delay = roundTrip / 2;
        _bytesPerSecond = bitsPerSecond / 8;
        _listener.Server.ReceiveBufferSize = 16 * 1024;
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                Socket near = await _listener.AcceptSocketAsync(_end.Token);
                var far = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveBufferSize = 16 * 1024 };
                near.NoDelay = true;
                await far.ConnectAsync(IPAddress.Loopback, _target, _end.Token);
                Relay(near, far);
                Relay(far, near);
            }
        }
        catch (Exception) when (_end.IsCancellationRequested)
        {
        }
    }

    private void Relay(Socket from, Socket to)
    {
        bool isRated = double.IsFinite(_bytesPerSecond);
        int underWay = isRated ? (int)Math.Max(4, _bytesPerSecond * _delay.TotalSeconds / PieceSize) : 256;
        var pieces = Channel.CreateBounded<(byte[] Bytes, long Due)>(underWay);
        _ = ReadAsync();
        _ = WriteAsync();

        async Task ReadAsync()
        {
            long free = Stopwatch.GetTimestamp();
            try
            {
                byte[] piece = new byte[isRated ? PieceSize : UnratedPieceSize];
                while (true)
                {
                    int count = await from.ReceiveAsync(piece, _end.Token);
                    if (count == 0)
                    {
                        break;
                    }

                    long now = Stopwatch.GetTimestamp();
                    free = Math.Max(free, now) + (isRated ? (long)(count / _bytesPerSecond * Stopwatch.Frequency) : 0);
                    await pieces.Writer.WriteAsync((piece[..count], free + (long)(_delay.TotalSeconds * Stopwatch.Frequency)), _end.Token);
                    if (isRated && Stopwatch.GetElapsedTime(now, free) is { TotalMilliseconds: > 2 } ahead)
                    {
                        await Task.Delay(ahead, _end.Token);
                    }
                }
            }
            catch (Exception)
            {
                // Either end is gone.
            }

            pieces.Writer.TryComplete();
        }

        async Task WriteAsync()
        {
            try
            {
                await foreach (var (bytes, due) in pieces.Reader.ReadAllAsync(_end.Token))
                {
                    TimeSpan wait = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), due);
                    if (wait > TimeSpan.FromMilliseconds(1))
                    {
                        await Task.Delay(wait, _end.Token);
                    }

                    await to.SendAsync(bytes, _end.Token);
                }
            }
            catch (Exception)
            {
                // Either end is gone.
            }

            from.Dispose();
            to.Dispose();
        }
    }
}
