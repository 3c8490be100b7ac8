using RpcWss.Conformance.Contracts;
using RpcWss.Conformance.Runner;
using RpcWss.Conformance.Services;

namespace RpcWss.Conformance.Cases.Hostile;

/// <summary>A call of every kind, all at once.</summary>
internal static class Conversation
{
    /// <summary>Completes when every call has ended, each as it should or because the connection was lost.</summary>
    public static Task RunAsync(RpcConnection calling, int large) => Task.WhenAll(Begin(calling, large).Append(DescendAsync(calling)).Select(OrLostAsync));

    /// <summary>Begins the calls that need nothing of the caller but to wait, always in the same order.</summary>
    public static IEnumerable<Task> Begin(RpcConnection calling, int large) =>
    [
        NextAsync(calling),
        calling.GetProxy<IEcho>().NoteAsync("note").AsTask(),
        MirrorAsync(calling),
        FailAsync(calling),
        AnswerAsync(calling, large),
    ];

    private static async Task NextAsync(RpcConnection calling) => Check.Equal(2, await calling.GetProxy<IEcho>().NextAsync(1));

    private static async Task MirrorAsync(RpcConnection calling)
    {
        var options = new RpcCallOptions { Metadata = new RpcMetadata { { "key", "value" } } };
        Check.Equal(1, await calling.GetProxy<IFaults>().With(options).MirrorAsync(false));
    }

    private static async Task DescendAsync(RpcConnection calling) => Check.Equal(3, await calling.GetProxy<IChain>().DescendAsync(2));

    private static async Task FailAsync(RpcConnection calling)
    {
        try
        {
            await calling.GetProxy<IFaults>().FailAsync(RpcStatusCode.Aborted, "as asked");
        }
        catch (RpcException error) when (error.StatusCode == RpcStatusCode.Aborted)
        {
            Check.Equal("as asked", error.Message);
        }
    }

    private static async Task AnswerAsync(RpcConnection calling, int large)
    {
        byte[] question = new byte[large];
        byte[] answer = await calling.GetProxy<IEcho>().AnswerAsync(question, large);
        Check.Same(EchoService.AnswerTo(question, large), answer, "the answer");
    }

    private static async Task OrLostAsync(Task call)
    {
        try
        {
            await call;
        }
        catch (RpcException error) when (error.StatusCode == RpcStatusCode.Unavailable)
        {
        }
    }
}
