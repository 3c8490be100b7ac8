using Microsoft.CodeAnalysis;
using RpcWss.Generators.Tests.EndToEnd;
using RpcWss.Generators.Tests.Harness;

namespace RpcWss.Generators.Tests;

/// <summary>Contracts whose bases and data come from an assembly that is there as metadata alone can be called.</summary>
public sealed class ForeignDataTests
{
    private const string Library = """
        namespace Library;
        public interface IBase<T> { Task<T> Get(T item, int count = 3); Task<int> Local() => Task.FromResult(1); IAsyncEnumerable<T> Items(IAsyncEnumerable<T> items, IProgress<Kind>? progress = null); }
        [MessagePackObject] public record Data([property: Key(0)] int X) { [Key(1)] public required string Y { get; init; } [Key(2)] public IUnion? Z { get; set; } }
        public enum Kind : byte { A, B }
        [Union(0, typeof(First)), Union(3, typeof(Second))] public interface IUnion { }
        [MessagePackObject] public class First : IUnion { [Key(0)] public Union? Inner { get; set; } }
        [MessagePackObject(true)] public struct Second : IUnion { public int X; }
        [Union(0, typeof(Third))] public abstract class Union { [Key(0)] public int Id { get; set; } }
        [MessagePackObject] public sealed class Third : Union { [Key(1)] public Text? Text { get; set; } [Key(2), MessagePackFormatter(typeof(Doubled))] public int Number { get; set; } }
        [MessagePackFormatter(typeof(TextFormat))] public sealed class Text { public string Value { get; set; } = "x"; }
        public sealed class TextFormat : MessagePack.Formatters.IMessagePackFormatter<Text?>
        {
            public void Serialize(ref MessagePackWriter writer, Text? value, MessagePackSerializerOptions options) => writer.Write(value?.Value);
            public Text? Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) => reader.ReadString() is { } text ? new Text { Value = text } : null;
        }
        public sealed class Doubled : MessagePack.Formatters.IMessagePackFormatter<int>
        {
            public void Serialize(ref MessagePackWriter writer, int value, MessagePackSerializerOptions options) => writer.Write(value * 2L);
            public int Deserialize(ref MessagePackReader reader, MessagePackSerializerOptions options) => (int)(reader.ReadInt64() / 2);
        }
        """;

    [Theory]
    [InlineData("[RpcContract] public partial interface IShape : Library.IBase<Library.Data> { Task<Library.Kind> M(List<Library.Data> a); }")]
    [InlineData("[RpcContract] public partial interface IShape { Task<Library.IUnion> M(Library.IUnion?[] a, Library.Union b, Dictionary<string, Library.Union?> c); }")]
    [InlineData("[RpcContract] public partial interface IShape { Task<Library.Text> M(Library.Text? a, List<Library.Text> b, Library.Third c); }")]
    public Task Data_of_another_assembly_cross(string contract) => CallAsync(contract, "");

    [Theory]
    [InlineData("[RpcContract] public partial interface IShape : Lib::Library.IBase<Lib::Library.Data> { Task<Data> M(Lib::Library.Kind b = Lib::Library.Kind.B); } [MessagePackObject] public class Data { [Key(0)] public Lib::Library.IUnion? X { get; set; } }")]
    public Task Data_behind_an_alias_cross(string contract) => CallAsync("extern alias Lib; " + contract, "Lib");

    [Fact]
    public async Task A_contract_of_another_assembly_is_a_base_that_can_be_called()
    {
        var library = Generate(Compilations.Create("namespace Library; [RpcContract] public partial interface IBase { Task<int> A(string a, CancellationToken cancel = default); }").WithAssemblyName("Library"));
        using var image = Compilations.Emit(library);

        await CallAsync("[RpcContract] public partial interface IShape : Library.IBase { Task<string> B(); }", image, "");
    }

    private static async Task CallAsync(string contract, string alias)
    {
        using var library = Compilations.Emit(Compilations.Create(Library).WithAssemblyName("Library"));
        await CallAsync(contract, library, alias);
    }

    private static async Task CallAsync(string contract, MemoryStream library, string alias)
    {
        var reference = MetadataReference.CreateFromImage(library.ToArray()).WithAliases(alias.Length == 0 ? [] : [alias]);
        var output = Generate(Compilations.Create(contract).AddReferences(reference));
        using var image = Compilations.Emit(output.AddSyntaxTrees(RecordingService.BaseSource));

        Assert.NotEqual(0, await LoadedAssembly.CallEverythingAsync(image, library));
    }

    private static Compilation Generate(Compilation compilation)
    {
        Drivers.Create().RunGeneratorsAndUpdateCompilation(compilation, out var output, out var reported, TestContext.Current.CancellationToken);
        Assert.Empty(reported);
        return output;
    }
}
