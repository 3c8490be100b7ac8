using System.Diagnostics;
using System.IO.Pipelines;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace RpcWss.Aot;

/// <summary>The calling process: makes a call of each kind and checks what comes back. Prints a line for each; the exit code is the number that failed.</summary>
internal sealed class AotClient : IAnswers
{
    private int _failed;

    public static async Task<int> RunAsync(int port, byte[] root)
    {
        using X509Certificate2 trusted = X509CertificateLoader.LoadCertificate(root);
        var options = new RpcClientOptions
        {
            UseProxy = false,
            Tls = TlsPolicy.Modern with { TrustMode = TlsTrustMode.OwnRoots, TrustedRoots = [trusted], Revocation = TlsRevocationMode.Disabled },
        };
        var answers = new AotClient();
        await using RpcClient client = await RpcClient.ConnectAsync(new Uri($"wss://localhost:{port}/rpc"), options.AddService<IAnswers>(answers));
        IEverything everything = client.GetProxy<IEverything>();
        int sum = await everything.AddAsync(2, 3);
        double started = (DateTime.Now - Process.GetCurrentProcess().StartTime).TotalMilliseconds;
        Console.WriteLine($"client: start to first call {started:0} ms, {Environment.WorkingSet >> 20} MiB");
        answers.Check("unary", sum == 5);
        await answers.CallsAsync(everything);
        await answers.StreamsAsync(everything);
        await answers.EndsAsync(everything);
        return answers._failed;
    }

    public ValueTask<string> AnswerAsync(string question) => new($"({question.Length} characters)");

    private async Task CallsAsync(IEverything everything)
    {
        Parcel parcel = MakeParcel(7);
        Parcel? back = await everything.SendAsync(parcel);
        Check("data", back is not null && Same(parcel, back));
        Check("null", await everything.SendAsync(null) is null);
        Check("rarer data", $"{await everything.KeepAsync(Rarities.Make())}" == $"{Rarities.Make()}");
        await everything.NoteAsync("one");
        await everything.AddAsync(0, 0);
        Check("call back", await everything.CallBackAsync("why?") == "why? (4 characters)");
    }

    private async Task StreamsAsync(IEverything everything)
    {
        int next = 0;
        await foreach (int number in everything.CountAsync(10_000))
        {
            next += number == next ? 1 : int.MinValue / 2;
        }

        Check("server streaming", next == 10_000);
        Check("client streaming", await everything.SumAsync(everything.CountAsync(1_000)) == 499_500);
        int parcels = 0;
        await foreach (Parcel parcel in everything.MirrorAsync(Parcels(100)))
        {
            parcels += Same(parcel, MakeParcel(parcels)) ? 1 : int.MinValue / 2;
        }

        Check("duplex streaming", parcels == 100);
        await using Stream download = await everything.DownloadAsync(1_000_000);
        var copy = new MemoryStream();
        await download.CopyToAsync(copy);
        byte[] hash = await everything.UploadAsync(new MemoryStream(copy.ToArray()));
        Check("bytes both ways", copy.Length == 1_000_000 && hash.AsSpan().SequenceEqual(SHA256.HashData(copy.ToArray())));
        PipeReader piped = await everything.PipeAsync(PipeReader.Create(new MemoryStream(copy.ToArray())));
        var returned = new MemoryStream();
        await piped.CopyToAsync(returned);
        await piped.CompleteAsync();
        Check("pipes both ways", returned.ToArray().AsSpan().SequenceEqual(copy.ToArray()));
        var reports = new Reports();
        Check("progress", await everything.WorkAsync(50, reports) == "50 steps" && reports.Last == 50);
    }

    private async Task EndsAsync(IEverything everything)
    {
        try
        {
            await everything.FailAsync(RpcStatusCode.NotFound, "no such thing");
            Check("error", false);
        }
        catch (RpcException error)
        {
            Check("error", error is { StatusCode: RpcStatusCode.NotFound, Message: "no such thing" });
        }

        try
        {
            await everything.With(new RpcCallOptions { Deadline = TimeSpan.FromMilliseconds(20) }).WaitAsync();
            Check("deadline", false);
        }
        catch (RpcException error)
        {
            Check("deadline", error.StatusCode == RpcStatusCode.DeadlineExceeded);
        }

        using var source = new CancellationTokenSource();
        Task waiting = everything.WaitAsync(source.Token).AsTask();
        await everything.AddAsync(0, 0);
        await source.CancelAsync();
        await Task.WhenAny(waiting);
        Check("cancellation", waiting.IsCanceled);
        Check("one-way", await everything.NotesAsync() == "one");
    }

    private void Check(string what, bool passed)
    {
        Console.WriteLine($"{(passed ? "ok" : "FAILED")} {what}");
        _failed += passed ? 0 : 1;
    }

    private static async IAsyncEnumerable<Parcel> Parcels(int count)
    {
        for (int number = 0; number < count; number++)
        {
            yield return MakeParcel(number);
        }

        await Task.CompletedTask;
    }

    private static Parcel MakeParcel(int number) => new()
    {
        Id = new Guid(number, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
        Name = $"parcel {number}",
        Size = Size.Large,
        Sent = new DateTime(2026, 5, 1, 12, 0, 0, DateTimeKind.Utc).AddHours(number),
        Price = 12.50m * number,
        Lines = [new Line("tea", number), new Line("cups", 6)],
        Weights = new Dictionary<string, double> { ["net"] = number / 4.0, ["gross"] = 2 },
        Measures = (30, number),
        Codes = [1L, number + 10L],
        Label = [1, 2, (byte)number],
        Wrapping = number % 2 == 0 ? new Box(8) : new Tube(1.5, [number, 2]),
        Grid = new int[,] { { number, 1 }, { 2, 3 } },
        Stops = new Queue<Uri>([new Uri("https://first.example/"), new Uri($"https://stop-{number}.example/")]),
    };

    private static bool Same(Parcel left, Parcel right) =>
        (left.Id, left.Name, left.Size, left.Sent, left.Price, left.Measures) == (right.Id, right.Name, right.Size, right.Sent, right.Price, right.Measures)
        && left.Lines.SequenceEqual(right.Lines) && left.Weights.Count == right.Weights.Count && left.Weights["net"] == right.Weights["net"]
        && left.Codes!.SetEquals(right.Codes!) && left.Label!.AsSpan().SequenceEqual(right.Label)
        && Same(left.Wrapping, right.Wrapping) && left.Grid!.Cast<int>().SequenceEqual(right.Grid!.Cast<int>()) && left.Stops!.SequenceEqual(right.Stops!);

    private static bool Same(IWrapping? left, IWrapping? right) => (left, right) switch
    {
        (Tube one, Tube other) => one.Length == other.Length && one.Stamps.SequenceEqual(other.Stamps),
        _ => Equals(left, right),
    };

    private sealed class Reports : IProgress<int>
    {
        public int Last { get; private set; }

        public void Report(int value) => Last = value;
    }
}
