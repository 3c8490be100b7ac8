using System.Net.Sockets;

namespace RpcWss.Transport;

/// <summary>
/// Keeps the kernel from queueing what the writer schedules: a Linux socket takes megabytes before it blocks, and a cancel or a small call
/// would wait behind all of it. The limit counts bytes not sent yet, so it costs no throughput.
/// </summary>
internal static class SocketTuning
{
    /// <summary>IPPROTO_TCP, and TCP_NOTSENT_LOWAT of linux/tcp.h.</summary>
    private const int TcpLevel = 6;
    private const int NotSentLowWaterMark = 25;

    public const int MaxUnsentBytes = 64 * 1024;

    /// <summary>Applies to a socket that connects or is connected, or to one that listens: accepted sockets inherit it.</summary>
    public static void Apply(Socket socket)
    {
        if (socket.ProtocolType != ProtocolType.Tcp)
        {
            return;
        }

        if (OperatingSystem.IsLinux())
        {
            socket.SetRawSocketOption(TcpLevel, NotSentLowWaterMark, BitConverter.GetBytes(MaxUnsentBytes));
        }

        socket.NoDelay = true;
    }
}
