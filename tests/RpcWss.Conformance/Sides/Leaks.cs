using RpcWss.Connections;

namespace RpcWss.Conformance.Sides;

/// <summary>What a connection at rest still holds. Nothing is what it should be.</summary>
internal static class Leaks
{
    public static IReadOnlyList<string> Of(RpcConnection connection)
    {
        ConnectionCore core = connection.Core;
        var found = new List<string>();
        lock (core.Gate)
        {
            Look("calls in the table", core.Calls.Count);
            Look("calls that wait to be sent", core.Outgoing.Admission.Waiting.Count());
            Look("slots taken at the peer", core.Outgoing.Admission.Running);
            Look("calls being served", core.Incoming.Count);
            Look("slots taken here", core.Incoming.Running);
            Look("one-way calls running or held", core.Incoming.RunningOneWay);
            Look("bytes of the request budget", core.RequestBudget.Reserved);
            Look("requests waiting for the budget", core.RequestBudget.Waiting);
            Look("bytes of the response budget", core.ResponseBudget.Reserved);
            Look("responses waiting for the budget", core.ResponseBudget.Waiting);
            Look("bytes of items of parameter streams", core.RequestStreams.Items.Reserved);
            Look("bytes that windows of parameter streams have grown", core.RequestStreams.Growth);
            Look("bytes of items of result streams", core.ResponseStreams.Items.Reserved);
            Look("bytes that windows of result streams have grown", core.ResponseStreams.Growth);
            Look("unsent bytes of bulk", core.Queue.UnsentBulk);
            Look("unsent bytes", core.Queue.UnsentBytes);
            if (core.End is null && core.HelloReceived)
            {
                Look("bytes of the one-way window here", core.Incoming.Window.Outstanding);
                Look("bytes of the one-way window at the peer", core.Peer.OneWayWindow - core.Outgoing.Admission.OneWayCredit);
            }
        }

        return found;

        void Look(string what, long count)
        {
            if (count != 0)
            {
                found.Add($"{count:N0} {what}");
            }
        }
    }
}
