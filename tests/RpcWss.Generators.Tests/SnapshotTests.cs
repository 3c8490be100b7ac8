using System.Reflection;
using RpcWss.Generators.Tests.Harness;

namespace RpcWss.Generators.Tests;

/// <summary>
/// Whole files as a person reviewed them. After a change that is meant, run with <c>RPCWSS_ACCEPT_SNAPSHOTS=1</c> and read the difference.
/// </summary>
public sealed class SnapshotTests
{
    [Theory]
    [InlineData("Calculator", "Shop.ICalculator_")]
    [InlineData("Inheritance", "Shop.IOrders_")]
    [InlineData("Streams", "Shop.IFiles_")]
    [InlineData("Object", "OrderFormat_")]
    [InlineData("Record", "LineFormat_")]
    [InlineData("Dictionary", "DictionaryOf")]
    [InlineData("Tuple", "TupleOf")]
    [InlineData("Union", "IPaymentFormat_")]
    [InlineData("Map", "CardFormat_")]
    [InlineData("Grid", "Array2OfInt32Format_")]
    public async Task A_file_reads_as_reviewed(string name, string start)
    {
        var compiled = await Compiled.From(Source);
        string actual = compiled.File(start);
        string root = typeof(SnapshotTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "RepositoryRoot").Value!;
        string path = Path.Combine(root, "tests", "RpcWss.Generators.Tests", "Snapshots", $"{name}.cs");
        if (Environment.GetEnvironmentVariable("RPCWSS_ACCEPT_SNAPSHOTS") == "1")
        {
            await File.WriteAllTextAsync(path, actual, TestContext.Current.CancellationToken);
        }

        Assert.DoesNotContain(compiled.Problems, problem => problem.Id is not "CS1591" and not "CS1701");
        Assert.Equal(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), actual);
    }

    private const string Source = """
        namespace Shop;

        [RpcContract(Name = "shop.calculator")]
        public partial interface ICalculator
        {
            ValueTask<int> AddAsync(int left, int right, CancellationToken cancellationToken = default);

            Task<string> GreetAsync(string name = "you", string? title = null, RpcCallContext? context = null);

            [RpcMethod(OneWay = true)]
            ValueTask ForgetAsync(params Guid[] ids);

            Task<double?> LastAsync();
        }

        public interface IStore<T>
        {
            ValueTask<T?> GetAsync(int id);
        }

        [RpcContract]
        public partial interface IOrders : IStore<Order>
        {
            ValueTask PutAsync(Dictionary<Guid, (int Count, string? Note)> items);
        }

        [RpcContract(MaxPayloadSize = 65536)]
        public partial interface IFiles
        {
            [return: RpcStream(WhenSlow = RpcSlowConsumer.DropOldest, Capacity = 16)]
            IAsyncEnumerable<string> WatchAsync(string folder, CancellationToken cancellationToken = default);

            ValueTask<Stream> OpenAsync(string path, IProgress<double?>? progress = null);

            [RpcMethod(MaxPayloadSize = 1024)]
            Task<long> SaveAsync(string path, Stream content, IAsyncEnumerable<int?> tags);

            IAsyncEnumerable<Line> SearchAsync(IAsyncEnumerable<string> words, CancellationToken cancellationToken);

            ValueTask MirrorAsync(System.IO.Pipelines.PipeReader content);
        }

        [RpcContract]
        public partial interface IPayments
        {
            ValueTask PayAsync(IPayment payment, int[,] seats);
        }

        [Union(0, typeof(Card))]
        [Union(3, typeof(Cash))]
        public interface IPayment;

        [MessagePackObject(keyAsPropertyName: true)]
        public record Card(string Number) : IPayment
        {
            public bool Virtual { get; init; } = true;

            public string? Note { get; set; }
        }

        [MessagePackObject]
        public struct Cash : IPayment
        {
            [Key(0)]
            public int Cents { get; set; }
        }

        [MessagePackObject]
        public class Order
        {
            [Key(0)]
            public int Id { get; set; }

            [Key(1)]
            public DayOfWeek? Day { get; set; }

            [Key(3)]
            public List<Line>? Lines { get; set; }

            [Key(4)]
            public Order? Previous { get; set; }
        }

        [MessagePackObject]
        public record Line([property: Key(0)] int Id, [property: Key(1)] string Name = "?")
        {
            [Key(2)]
            public required decimal Price { get; init; }

            [Key(3)]
            public int Count { get; init; } = 1;

            [Key(4)]
            public string? Note { get; set; }

            [Key(5)]
            public decimal Total => Count * Price;
        }
        """;
}
