using MessagePack;

namespace RpcWss.Benchmarks.Node;

/// <summary>The mixed object: ten fields, twenty lines. Every subject writes it with MessagePack.</summary>
[MessagePackObject]
public sealed record Order
{
    [Key(0)]
    public long Number { get; init; }

    [Key(1)]
    public string Customer { get; init; } = "";

    [Key(2)]
    public DateTime Placed { get; init; }

    [Key(3)]
    public bool IsUrgent { get; init; }

    [Key(4)]
    public double Discount { get; init; }

    [Key(5)]
    public string? Remark { get; init; }

    [Key(6)]
    public int? Priority { get; init; }

    [Key(7)]
    public byte[] Signature { get; init; } = [];

    [Key(8)]
    public string[] Tags { get; init; } = [];

    [Key(9)]
    public OrderLine[] Lines { get; init; } = [];

    /// <summary>About as many bytes as the wire has for it, for subjects without a serializer.</summary>
    public const int EncodedLength = 649;

    public static Order Sample { get; } = new()
    {
        Number = 4_711_000_815,
        Customer = "Karla Kolumna & Daughters, Neustadt",
        Placed = new DateTime(2024, 2, 29, 12, 30, 15, 123, DateTimeKind.Utc),
        IsUrgent = true,
        Discount = 0.125,
        Priority = 3,
        Signature = [.. Enumerable.Range(0, 64).Select(number => (byte)number)],
        Tags = ["spring", "fragile", "export"],
        Lines = [.. Enumerable.Range(0, 20).Select(number => new OrderLine { Article = $"ART-{number:00000}", Count = number * 3, Price = 9.99 + number })],
    };
}

/// <summary>One of an order's lines.</summary>
[MessagePackObject]
public sealed record OrderLine
{
    [Key(0)]
    public string Article { get; init; } = "";

    [Key(1)]
    public int Count { get; init; }

    [Key(2)]
    public double Price { get; init; }
}
