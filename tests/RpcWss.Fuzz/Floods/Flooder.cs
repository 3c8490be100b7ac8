using System.Diagnostics;
using System.Net.WebSockets;
using RpcWss.Conformance.Hostile;
using RpcWss.Protocol;

namespace RpcWss.Fuzz.Floods;

/// <summary>Opens a WebSocket of its own and floods it until it is closed.</summary>
internal static class Flooder
{
    public static async Task<FloodEnd> RunAsync(Uri address, Flood flood, TimeSpan patience)
    {
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol(ProtocolConstants.Subprotocol);
        socket.Options.Proxy = null;
        // Whom it floods is of no interest to a flooder.
        socket.Options.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
        await socket.ConnectAsync(address, CancellationToken.None);
        using var end = new CancellationTokenSource(patience);
        long started = Stopwatch.GetTimestamp(), sent = 0;
        Task reading = flood.Reads ? ReadAsync(socket, end.Token) : Task.CompletedTask;
        try
        {
            byte[] first = [.. RawFrames.Hello(PeerRole.Client, ProtocolLimits.Default), .. flood.First];
            await socket.SendAsync(first, WebSocketMessageType.Binary, true, end.Token);
            for (ulong number = 0; !flood.Reads || !reading.IsCompleted;)
            {
                byte[] message = flood.IsFragments ? [] : [.. Enumerable.Range(0, flood.Repeats).SelectMany(_ => flood.Next(number++))];
                await socket.SendAsync(message, WebSocketMessageType.Binary, !flood.IsFragments, end.Token);
                sent += flood.Repeats;
            }
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or IOException or ObjectDisposedException)
        {
            // Closed, or out of patience: the state of the socket tells.
        }

        TimeSpan elapsed = Stopwatch.GetElapsedTime(started);
        bool hasEnded = !end.IsCancellationRequested;
        await reading.ContinueWith(static _ => { }, TaskScheduler.Default);
        socket.Abort();
        return new FloodEnd(hasEnded, sent, elapsed, socket.CloseStatus is { } code ? $"{(int)code} {socket.CloseStatusDescription}" : "cut");
    }

    private static async Task ReadAsync(ClientWebSocket socket, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[64 * 1024];
        try
        {
            while ((await socket.ReceiveAsync(buffer, cancellationToken)).MessageType != WebSocketMessageType.Close)
            {
            }
        }
        catch (Exception error) when (error is WebSocketException or OperationCanceledException or IOException)
        {
            // The end is what it was waited for.
        }
    }
}
