using System.IO.Pipelines;
using MessagePack;

namespace RpcWss.Aot;

/// <summary>A call of each kind there is.</summary>
[RpcContract]
public partial interface IEverything
{
    ValueTask<int> AddAsync(int left, int right, CancellationToken cancellationToken = default);

    ValueTask<Parcel?> SendAsync(Parcel? parcel, CancellationToken cancellationToken = default);

    ValueTask<Rarities> KeepAsync(Rarities rarities, CancellationToken cancellationToken = default);

    [RpcMethod(OneWay = true)]
    ValueTask NoteAsync(string text);

    ValueTask<string> NotesAsync();

    IAsyncEnumerable<int> CountAsync(int count, CancellationToken cancellationToken = default);

    ValueTask<long> SumAsync(IAsyncEnumerable<int> numbers, CancellationToken cancellationToken = default);

    IAsyncEnumerable<Parcel> MirrorAsync(IAsyncEnumerable<Parcel> parcels, CancellationToken cancellationToken = default);

    ValueTask<Stream> DownloadAsync(int length, CancellationToken cancellationToken = default);

    ValueTask<byte[]> UploadAsync(Stream bytes, CancellationToken cancellationToken = default);

    ValueTask<PipeReader> PipeAsync(PipeReader bytes, CancellationToken cancellationToken = default);

    ValueTask<string> WorkAsync(int steps, IProgress<int>? progress = null, CancellationToken cancellationToken = default);

    ValueTask<string> CallBackAsync(string question, RpcCallContext? context = null);

    ValueTask FailAsync(RpcStatusCode code, string message);

    ValueTask WaitAsync(CancellationToken cancellationToken = default);
}

/// <summary>What the client hosts.</summary>
[RpcContract]
public partial interface IAnswers
{
    ValueTask<string> AnswerAsync(string question);
}

public enum Size : byte
{
    Small,
    Large,
}

/// <summary>Data of many kinds.</summary>
[MessagePackObject]
public sealed record Parcel
{
    [Key(0)]
    public required Guid Id { get; init; }

    [Key(1)]
    public string? Name { get; init; }

    [Key(2)]
    public Size Size { get; init; }

    [Key(3)]
    public DateTime Sent { get; init; }

    [Key(4)]
    public decimal Price { get; init; }

    [Key(5)]
    public List<Line> Lines { get; init; } = [];

    [Key(6)]
    public Dictionary<string, double> Weights { get; init; } = [];

    [Key(7)]
    public (int Width, int Height)? Measures { get; init; }

    [Key(8)]
    public HashSet<long>? Codes { get; init; }

    [Key(9)]
    public byte[]? Label { get; init; }

    [Key(10)]
    public IWrapping? Wrapping { get; init; }

    [Key(11)]
    public int[,]? Grid { get; init; }

    [Key(12)]
    public Queue<Uri>? Stops { get; init; }
}

[MessagePackObject(keyAsPropertyName: true)]
public readonly record struct Line(string Article, int Count);

[Union(0, typeof(Box))]
[Union(1, typeof(Tube))]
public interface IWrapping;

[MessagePackObject]
public sealed record Box([property: Key(0)] int Corners) : IWrapping;

[MessagePackObject]
public sealed record Tube([property: Key(0)] double Length, [property: Key(1)] System.Collections.Immutable.ImmutableArray<int> Stamps) : IWrapping;
