using RpcWss.Connections;
using RpcWss.Connections.Streams;

namespace RpcWss.Conformance.Sides;

/// <summary>Looks at the streams of calls that this process makes, for what nothing announces: that a window is full, and how large it is.</summary>
internal static class StreamWatch
{
    // What is too little for another small item and its frame.
    private const int Scraps = 64;

    /// <summary>The streams of the one call that a connection makes.</summary>
    public static CallStreams Of(RpcConnection connection) => AllOf(connection).Single();

    /// <summary>The streams of all calls that a connection makes.</summary>
    public static List<CallStreams> AllOf(RpcConnection connection)
    {
        var all = new List<CallStreams>();
        lock (connection.Core.Gate)
        {
            connection.Core.Handover.Take();    // one that was just begun
            foreach (ref CallSlot slot in connection.Core.Calls.Slots)
            {
                if (slot.Call?.Streams is { } streams)
                {
                    all.Add(streams);
                }
            }
        }

        return all;
    }

    /// <summary>Whether the sender of a stream has no credit, and nothing that could leave.</summary>
    public static bool IsSenderStalled(RpcConnection connection, CallStreams streams, int number)
    {
        lock (connection.Core.Gate)
        {
            return streams.Sender(number) is { Ready: 0 } sender && sender.CreditLeft < Scraps;
        }
    }

    /// <summary>Whether as much of a stream has arrived as was granted.</summary>
    public static bool IsReceiverFull(RpcConnection connection, CallStreams streams, int number)
    {
        ReceiveCredit credit = CreditOf(connection, streams, number);
        return credit.Granted - credit.Received < Scraps;
    }

    /// <summary>The window of a stream that comes in.</summary>
    public static ReceiveCredit CreditOf(RpcConnection connection, CallStreams streams, int number)
    {
        lock (connection.Core.Gate)
        {
            return streams.Receiver(number)!.Credit;
        }
    }
}
