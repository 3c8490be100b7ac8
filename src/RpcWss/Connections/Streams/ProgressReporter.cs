using RpcWss.Generated;

namespace RpcWss.Connections.Streams;

/// <summary>Sends a method's reports to its caller, in order; the latest takes the place of one that could not leave yet. Reports after the call's end go nowhere. Thread-safe.</summary>
internal sealed class ProgressReporter<T>(StreamSender sender, RpcResultWriter<T> writer) : IProgress<T>
{
    private readonly Lock _reporting = new();
    private readonly PayloadBuffer _buffer = new();

    public void Report(T value)
    {
        // Encoding runs the user's code, so this is a lock of its own: it keeps the order of concurrent reports.
        lock (_reporting)
        {
            _buffer.Clear();
            ItemPump.Encode(_buffer, writer, value);
            sender.Offer(_buffer);
        }
    }
}
