using System.Text;
using RpcWss.Conformance.Contracts;
using RpcWss.Protocol;

namespace RpcWss.Conformance.Hostile;

/// <summary>Calls with streams, as a peer played by hand makes and gets them.</summary>
internal static class RawStreams
{
    public const string Follow = $"{IIterators.WireName}/FollowAsync";
    public const string Hold = $"{IIterators.WireName}/HoldAsync";
    public const string WaitMethod = $"{IIterators.WireName}/WaitAsync";
    public const string CountMethod = $"{IStreams.WireName}/CountAsync";

    /// <summary>An argument list of a key and, maybe, a number.</summary>
    public static byte[] KeyArguments(string key, int? number = null)
    {
        byte[] text = [0xd9, (byte)Encoding.UTF8.GetByteCount(key), .. Encoding.UTF8.GetBytes(key)];
        return number is { } value
            ? [0x92, .. text, 0xd2, (byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value]
            : [0x91, .. text];
    }

    /// <summary>Has the victim call the peer for a result stream of numbers; the task counts them to the end.</summary>
    public static async Task<(Task<int> Reading, ulong Id)> BeginAsync(Attack attack)
    {
        Task<int> reading = attack.Victim.GetProxy<IStreams>().CountAsync("any", 5).CountAsync().AsTask();
        return (reading, (await attack.Peer.ReceiveAsync(FrameKind.Call)).Call.Id);
    }
}
