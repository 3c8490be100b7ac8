using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;
using RpcWss.Connections;
using RpcWss.Fuzz.Hostile;
using RpcWss.Protocol;
using RpcWss.Transport;

namespace RpcWss.Fuzz.Runs;

/// <summary>The attacking end of a connection: sends messages, remembers them, and follows what the victim says as far as the next attack needs it.</summary>
internal sealed partial class Attacker(InMemoryTransport transport, PeerModel model, Tally tally)
{
    // The engine never sends a longer message.
    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(256 * 1024);
    private readonly List<byte[]> _sent = [];
    private string? _goAway;

    /// <summary>What has been sent: enough to do it again.</summary>
    public IReadOnlyList<byte[]> Sent => _sent;

    /// <summary>Why the victim ended the connection; null while it has not.</summary>
    public string? End { get; private set; }

    public async ValueTask SendAsync(byte[] message)
    {
        _sent.Add(message);
        await transport.SendAsync(message);
    }

    /// <summary>Reads until this PONG, or the end.</summary>
    public async Task ReadUntilAsync(ulong pong)
    {
        bool found = false;
        while (!found && End is null)
        {
            found = Look(await ReceiveAsync(), pong);
        }
    }

    /// <summary>Reads until the victim's HELLO, or the end.</summary>
    public async Task ReadHelloAsync() => Look(await ReceiveAsync(), null);

    /// <summary>Closes as a proper peer does.</summary>
    public async ValueTask CloseAsync() => await transport.CloseAsync(TransportCloseCode.Normal, "");

    /// <summary>Is gone without a word.</summary>
    public void Vanish() => transport.Abort();

    public void Free() => ArrayPool<byte>.Shared.Return(_buffer);

    // The length of a message; negative at the end.
    private async ValueTask<int> ReceiveAsync()
    {
        int length = 0;
        while (true)
        {
            TransportRead read;
            try
            {
                read = await transport.ReceiveAsync(_buffer.AsMemory(length));
            }
            catch (IOException)
            {
                End ??= "cut";
                return -1;
            }

            if (read.Kind == TransportReadKind.Close)
            {
                End = $"{(int)transport.CloseReceived!.Value.Code} {_goAway ?? "nothing said"}";
                await CloseAsync();
                return -1;
            }

            length += read.Count;
            if (read.EndOfMessage)
            {
                return length;
            }
        }
    }

    // What differs from case to case would make every end one of its own.
    [GeneratedRegex(@"code 0x[0-9a-f]+|\d+")]
    private static partial Regex DigitsAndNames();

    private bool Look(int length, ulong? pong)
    {
        bool found = false;
        var reader = new FrameReader(_buffer.AsSpan(0, Math.Max(0, length)), int.MaxValue);
        while (length > 0 && reader.TryRead(out FrameKind kind, out ReadOnlySpan<byte> body))
        {
            switch (kind)
            {
                case FrameKind.Call:
                    tally.AddCall();
                    CallFrame call = CallFrame.Read(body, reader.ElementCount);
                    if ((call.Flags & CallFlags.OneWay) == 0)
                    {
                        model.Called(call.Id);
                    }

                    break;
                case FrameKind.Status:
                    tally.AddAnswer();
                    model.Answered(StatusFrame.Read(body, reader.ElementCount).Id);
                    break;
                case FrameKind.Pong when pong is not null:
                    found |= PongFrame.Read(body, reader.ElementCount).Value == pong;
                    break;
                case FrameKind.GoAway:
                    GoAwayFrame said = GoAwayFrame.Read(body, reader.ElementCount);
                    _goAway = $"{said.Code}: {DigitsAndNames().Replace(Encoding.UTF8.GetString(said.Reason), "…")}";
                    break;
            }
        }

        return found;
    }
}
