using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;
using RpcWss.CodeFixes.Refactorings;
using RpcWss.CodeFixes.Tests.Harness;

namespace RpcWss.CodeFixes.Tests;

/// <summary>A class from a contract, and a contract from a class.</summary>
public sealed class RefactoringTests
{
    [Fact]
    public async Task A_contract_is_implemented_in_a_file_of_its_own()
    {
        var solution = Sources.One("""
            namespace Shop.Contracts;

            [RpcContract]
            public partial interface IOrders
            {
                ValueTask<int> CountAsync(string? customer = null, CancellationToken cancellationToken = default);

                Task ClearAsync(params Guid[] ids);

                IAsyncEnumerable<(int Id, string Name)> WatchAsync(IAsyncEnumerable<int> ids);

                string DisplayName => "Orders";
            }
            """);

        var made = await RefactorAsync(solution, new ImplementContract(), "IOrders");

        Assert.Equal("""
            namespace Shop.Contracts;

            internal sealed class Orders : IOrders
            {
                public async ValueTask<int> CountAsync(string? customer = null, CancellationToken cancellationToken = default)
                {
                    throw new NotImplementedException();
                }

                public async Task ClearAsync(params Guid[] ids)
                {
                    throw new NotImplementedException();
                }

                public IAsyncEnumerable<(int Id, string Name)> WatchAsync(IAsyncEnumerable<int> ids)
                {
                    throw new NotImplementedException();
                }
            }
            """, await Sources.TextAsync(made, "Orders.cs"));
        Assert.Empty(await Sources.ErrorsAsync(made.Projects.Single()));
        Assert.Empty((await Sources.File(made, "Orders.cs").GetSemanticModelAsync(TestContext.Current.CancellationToken))!.GetDiagnostics(cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task What_bases_bring_is_implemented_once_and_told_apart_where_they_disagree()
    {
        var solution = Sources.One("""
            public interface ILeft { Task PingAsync(); }
            public interface IRight { [RpcMethod(Name = "Right")] Task PingAsync(); }
            public interface IOf<T> { ValueTask<T> GetAsync(); }
            public interface INamed { [RpcMethod(Name = "Name")] ValueTask<string> GetAsync(); }

            [RpcContract]
            public partial interface IShop : ILeft, IRight, IOf<int>, INamed
            {
            }

            internal class Shop
            {
            }
            """);

        var made = await RefactorAsync(solution, new ImplementContract(), "IShop");

        Assert.Equal("""
            internal sealed class ShopService : IShop
            {
                public async Task PingAsync()
                {
                    throw new NotImplementedException();
                }

                public async ValueTask<int> GetAsync()
                {
                    throw new NotImplementedException();
                }

                async ValueTask<string> INamed.GetAsync()
                {
                    throw new NotImplementedException();
                }
            }
            """, await Sources.TextAsync(made, "ShopService.cs"));
        Assert.Empty(await Sources.ErrorsAsync(made.Projects.Single()));
    }

    [Fact]
    public async Task A_contract_with_errors_is_repaired_before_it_is_implemented()
    {
        var solution = Sources.One("[RpcContract] public partial interface IOrders { int Count(); }");

        Assert.Empty(await OffersAsync(solution, new ImplementContract(), "IOrders"));
    }

    [Fact]
    public async Task A_class_whose_methods_are_remote_ones_implements_its_contract()
    {
        var solution = Sources.One("""
            namespace Shop;

            /// <summary>Orders.</summary>
            public sealed class Orders(int first) // in memory
            {
                public ValueTask<int> CountAsync(string? customer = null, CancellationToken cancellationToken = default) => new(first);

                public async IAsyncEnumerable<int> WatchAsync(IAsyncEnumerable<int> ids)
                {
                    await foreach (int id in ids)
                    {
                        yield return id;
                    }
                }

                public override string ToString() => "";

                internal Task HiddenAsync() => Task.CompletedTask;
            }
            """);

        var made = await RefactorAsync(solution, new ExtractContract(), "Orders(");

        Assert.Equal("""
            namespace Shop;

            [RpcContract]
            public partial interface IOrders
            {
                ValueTask<int> CountAsync(string? customer = null, CancellationToken cancellationToken = default);

                IAsyncEnumerable<int> WatchAsync(IAsyncEnumerable<int> ids);
            }
            """, await Sources.TextAsync(made, "IOrders.cs"));
        Assert.Contains("public sealed class Orders(int first) : IOrders // in memory\n{\n", await Sources.TextAsync(made, "Source.cs"), StringComparison.Ordinal);
        Assert.Empty(await Sources.ErrorsAsync(made.Projects.Single()));
    }

    [Fact]
    public async Task A_contract_has_the_remote_form_of_methods_and_leaves_out_those_that_cannot_cross()
    {
        var solution = Sources.One("""
            internal class Orders : List<int>, IDisposable
            {
                public int Size(string customer) => 0;

                public void Reset() { }

                public Stream Open(string name) => Stream.Null;

                public Task SizeAsync() => Task.CompletedTask;

                public Task SizeAsync(string customer) => Task.CompletedTask;

                public void With(Action action) { }

                public Task<object> AnyAsync() => Task.FromResult(new object());

                public T Get<T>() => default!;

                public bool TryGet(out int id) { id = 0; return true; }

                public static void Shared() { }

                public void Dispose() { }
            }
            """);

        var made = await RefactorAsync(solution, new ExtractContract(), "Orders");

        Assert.Equal("""
            [RpcContract]
            internal partial interface IOrders
            {
                ValueTask<int> Size(string customer);

                ValueTask Reset();

                ValueTask<Stream> Open(string name);

                Task SizeAsync();

                [RpcMethod(Name = "SizeByCustomerAsync")]
                Task SizeAsync(string customer);
            }
            """, await Sources.TextAsync(made, "IOrders.cs"));
        Assert.Equal(await Sources.TextAsync(solution, "Source.cs"), await Sources.TextAsync(made, "Source.cs"));
        Assert.Empty(await Sources.ErrorsAsync(made.Projects.Single()));
    }

    [Fact]
    public async Task Where_no_files_can_be_added_the_type_follows_the_other()
    {
        var solution = Sources.Of(new Closed(), ("Shop", [("Source.cs", """
            namespace Shop
            {
                public partial class Outer
                {
                    [RpcContract]
                    public partial interface IOrders
                    {
                        Task ClearAsync();
                    }
                }
            }

            """)]));

        var made = await RefactorAsync(solution, new ImplementContract(), "IOrders");

        Assert.Equal("""
            namespace Shop
            {
                public partial class Outer
                {
                    [RpcContract]
                    public partial interface IOrders
                    {
                        Task ClearAsync();
                    }
                }

                internal sealed class Orders : Outer.IOrders
                {
                    public async Task ClearAsync()
                    {
                        throw new NotImplementedException();
                    }
                }
            }

            """, await Sources.TextAsync(made, "Source.cs"));
        Assert.Empty(await Sources.ErrorsAsync(made.Projects.Single()));
    }

    [Theory]
    [InlineData("public static class Orders { public static Task M() => Task.CompletedTask; }")]
    [InlineData("public class Orders<T> { public Task M() => Task.CompletedTask; }")]
    [InlineData("public class Orders { public void M(Action action) { } }")]
    [InlineData("public class Orders { private Task M() => Task.CompletedTask; }")]
    public async Task No_contract_is_offered_where_it_would_be_empty(string source) =>
        Assert.Empty(await OffersAsync(Sources.One(source), new ExtractContract(), "Orders"));

    [Fact]
    public async Task Nothing_is_offered_within_a_body() =>
        Assert.Empty(await OffersAsync(Sources.One("public class Orders { public Task Count() => Task.CompletedTask; }"), new ExtractContract(), "Count"));

    private static async Task<IReadOnlyList<CodeAction>> OffersAsync(Solution solution, CodeRefactoringProvider provider, string at)
    {
        var document = Sources.File(solution, "Source.cs");
        string text = await Sources.TextAsync(solution, "Source.cs");
        var offers = new List<CodeAction>();
        var place = new TextSpan(text.IndexOf(at, StringComparison.Ordinal) + 1, 0);
        await provider.ComputeRefactoringsAsync(new CodeRefactoringContext(document, place, offers.Add, TestContext.Current.CancellationToken));
        return offers;
    }

    private static async Task<Solution> RefactorAsync(Solution solution, CodeRefactoringProvider provider, string at) =>
        await Fixing.ApplyAsync(Assert.Single(await OffersAsync(solution, provider, at)));

    private sealed class Closed() : Workspace(MefHostServices.DefaultHost, "Closed")
    {
        public override bool CanApplyChange(ApplyChangesKind feature) => feature != ApplyChangesKind.AddDocument;
    }
}
