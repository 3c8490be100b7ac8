using System.IO.Pipelines;
using System.Text;
using Streaming.Contracts;

namespace Streaming.Client;

/// <summary>Streams of bytes, and progress.</summary>
internal static class ByteTour
{
    public static async Task RunAsync(ISensors sensors, CancellationToken cancellationToken)
    {
        await using (Stream export = await sensors.ExportAsync("kitchen", cancellationToken))
        {
            var copy = new MemoryStream();
            await export.CopyToAsync(copy, cancellationToken);
            Console.WriteLine($"exported: {copy.Length} bytes");
        }

        // Read from where it stands; it stays the caller's.
        await using var content = new MemoryStream(new byte[1_000_000]);
        var imported = new Imported();
        long length = await sensors.ImportAsync("kitchen", content, imported, cancellationToken);
        Console.WriteLine($"imported: {length} bytes, the last report said {imported.Last}");

        PipeReader converted = await sensors.ConvertAsync(PipeReader.Create(new MemoryStream("a line"u8.ToArray())), cancellationToken);
        using var reader = new StreamReader(converted.AsStream(), Encoding.UTF8);
        Console.WriteLine($"converted: {await reader.ReadToEndAsync(cancellationToken)}");
    }

    // Told one report after the other, and the last one before the result. Progress<T> would hand them on to other threads, in any order.
    private sealed class Imported : IProgress<long>
    {
        public long Last { get; private set; }

        public void Report(long value) => Last = value;
    }
}
