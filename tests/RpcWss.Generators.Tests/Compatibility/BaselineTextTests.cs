using CsCheck;
using RpcWss.Generators.Compatibility;
using RpcWss.Generators.Tests.Harness;

namespace RpcWss.Generators.Tests.Compatibility;

/// <summary>The text of a baseline: what it says of each shape, that it reads as it was written, and that no text at all confuses its reader.</summary>
public sealed class BaselineTextTests
{
    private const string Everything = """
        namespace Shop;

        [RpcContract(Name = "shop.orders")]
        public partial interface IOrders : IBase
        {
            [RpcMethod(Name = "Count(string)")]
            Task<int?> CountAsync(string a, string? @class = null, params int[] rest);

            [RpcMethod(OneWay = true)]
            ValueTask ForgetAsync(Guid id, CancellationToken cancel = default);

            IAsyncEnumerable<Order> WatchAsync(Stream content, IAsyncEnumerable<(int X, string)> items, IProgress<double>? done);

            Task<Stream> OpenAsync(Dictionary<Kind, List<byte[]?>> a, int[,] grid, Lazy<string> lazy, Box<int?> box, IFigure figure);
        }

        public interface IBase { Task PingAsync(ReadOnlyMemory<int> a, ReadOnlyMemory<byte> b); }
        public enum Kind : byte { A }
        [MessagePackObject] public class Order { [Key(10)] public Order? Next { get; set; } [Key(2)] public required string Note { get; init; } }
        [MessagePackObject] public struct Box<T> { [Key("odd \" \\ \n größe")] public T Value { get; set; } }
        [Union(3, typeof(Circle))] [Union(-1, typeof(Outer.Square))] public interface IFigure;
        [MessagePackObject] public class Circle : IFigure;
        public static class Outer { [MessagePackObject(true)] public class Square : IFigure { public Kind Kind { get; set; } } }
        """;

    [Fact]
    public void Every_shape_has_its_text()
    {
        Assert.Equal(
            """
            contract shop.orders
            method shop.orders/Count(string) (a: string, class: string? optional, rest: [int32] optional) -> int32?
            method shop.orders/ForgetAsync (id: guid) -> oneway
            method shop.orders/OpenAsync (a: {byte: [bin?]?}, grid: [,int32], lazy: string, box: Shop.Box<int?>, figure: Shop.IFigure) -> bytes
            method shop.orders/PingAsync (a: [int32]?, b: bin?) -> void
            method shop.orders/WatchAsync () <content: bytes, items: items (int32, string?), done: progress double> -> items Shop.Order?
            data Shop.Box<int?> map
            data Shop.Box<int?>["odd \" \\ \u000a größe"]: int32?
            data Shop.Circle array
            data Shop.IFigure union
            data Shop.IFigure[-1]: Shop.Outer.Square?
            data Shop.IFigure[3]: Shop.Circle?
            data Shop.Order array
            data Shop.Order[2] Note: string?
            data Shop.Order[10] Next: Shop.Order?
            data Shop.Outer.Square map
            data Shop.Outer.Square["Kind"]: byte

            """,
            Baselines.Surface(Everything).ToString());
    }

    [Fact]
    public void What_is_written_is_read_as_the_same_lines()
    {
        foreach (string source in Changes.All.Select(static change => change.After.Source).Append(Everything))
        {
            var surface = Baselines.Surface(source);
            var file = BaselineFile.Of(surface.ToString().Split('\n'));

            Assert.All(file.Lines, static line => Assert.Equal("", line.Reason));
            Assert.Equal(surface.Lines, file.Lines.Select(static line => line.Content!));
        }
    }

    [Fact]
    public void The_order_does_not_depend_on_that_of_the_source()
    {
        const string orders = "[RpcContract] public partial interface IOrders { Task B(Zebra a); Task A(Ant a); }";
        const string other = "[RpcContract] public partial interface IOther { Task C(Ant a); }";
        const string zebra = "[MessagePackObject] public class Zebra { [Key(1)] public int Y { get; set; } [Key(0)] public int X { get; set; } }";
        const string ant = "[MessagePackObject] public class Ant;";

        string one = Baselines.Surface(Compilations.Create(orders, other, zebra, ant)).ToString();

        Assert.Equal(one, Baselines.Surface(Compilations.Create(ant, zebra, other, orders.Replace("Task B(Zebra a); Task A(Ant a);", "Task A(Ant a); Task B(Zebra a);", StringComparison.Ordinal))).ToString());
    }

    [Fact]
    public void A_type_that_is_called_like_a_word_of_the_format_is_told_from_it()
    {
        string text = Baselines.Surface("""
            [RpcContract] public partial interface IShape { Task<@bytes> M(guid a); }
            [MessagePackObject] public class @bytes;
            [MessagePackObject] public class guid;
            """).ToString();

        Assert.Contains("method IShape/M (a: global::guid) -> global::bytes?\n", text, StringComparison.Ordinal);
        Assert.All(BaselineFile.Of(text.Split('\n')).Lines, static line => Assert.NotNull(line.Content));
    }

    [Theory]
    [InlineData("nonsense", "'contract', 'method', 'data', 'removed' or '#' is expected at 'nonsense'")]
    [InlineData("contract ", "a name is expected at its end")]
    [InlineData("contract A B", "the end of the line is expected at ' B'")]
    [InlineData("method A (x: int32) -> void", "'/' is expected at ' (x: int32) -> void'")]
    [InlineData("method A/B (x: int32 -> void", "', ' is expected at ' -> void'")]
    [InlineData("method A/B (x int32) -> void", "': ' is expected at ' int32) -> void'")]
    [InlineData("method A/B (x: void) -> void", "a type instead of 'void' is expected")]
    [InlineData("method A/B () -> progress int32", "a result, which is never 'progress',")]
    [InlineData("method A/B () <a: int32> -> void", "'items', 'bytes' or 'progress' is expected")]
    [InlineData("method A/B () <> -> void", "': ' is expected at ' -> void'")]
    [InlineData("data A", "'[' is expected at its end")]
    [InlineData("data A list", "'array', 'map' or 'union' is expected")]
    [InlineData("data A<B array", "the name of a type")]
    [InlineData("data A[x]: int32", "a number or a name in quotes")]
    [InlineData("data A[99999999999]: int32", "a number or a name in quotes")]
    [InlineData("data A[\"x]: int32", "a quote is expected at its end")]
    [InlineData("data A[\"\\u00\"]: int32", "four hexadecimal digits")]
    [InlineData("data A[\"\\", "a quote is expected at its end")]
    [InlineData("data A[0]: ", "the name of a type")]
    [InlineData("data A[0]: [int32", "']' is expected at its end")]
    [InlineData("data A[0]: {int32}", "': ' is expected")]
    [InlineData("removed A array", "'[' is expected")]
    public void A_line_that_is_wrong_says_what_is_expected(string line, string reason)
    {
        Assert.Null(LineParser.Parse(line, out string said));
        Assert.Contains(reason, said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_that_nests_too_deep_is_refused_without_reading_it_to_its_end()
    {
        Assert.Null(LineParser.Parse($"data A[0]: {new string('[', 100_000)}", out string said));
        Assert.Contains("nests at most 64 deep", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_text_is_read_or_refused_and_what_is_read_is_written_as_it_reads()
    {
        var words = Gen.OneOf(
            "contract ", "method ", "data ", "removed ", "A", "A/B", " (", ")", "a: ", "int32", "?", "[", "]", "{", "}", ": ", ", ", " -> ", "void", "items ", "<", ">", "\"", "\\u", "0", "::", " ",
            " optional", "array", "custom", "global::guid", "\u2028", "\0", "é");
        words.Array[0, 14].Select(static parts => string.Concat(parts)).Sample(
            static text =>
            {
                if (LineParser.Parse(text, out string reason) is { } line)
                {
                    Assert.Equal(line, LineParser.Parse(line.ToString(), out _));
                }
                else
                {
                    Assert.NotEmpty(reason);
                }
            },
            iter: 20_000, threads: 1);
    }
}
