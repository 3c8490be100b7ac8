using System.Runtime.InteropServices;
using System.Security.Cryptography.X509Certificates;
using RemoteFiles.Client;
using RemoteFiles.Client.Verbs;
using RemoteFiles.Contracts;
using RpcWss;

if (ClientArguments.Parse(args) is not { } arguments)
{
    Console.Error.WriteLine(ClientArguments.Usage);
    return ExitCode.Usage;
}

using var cancellation = new CancellationTokenSource();
using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, GiveUp);
using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, GiveUp);

var sink = new SearchScreen();
RpcClientOptions options = new RpcClientOptions()
    .AddService<ISearchSink>(sink)
    .AddService<IConfirmation>(new ConsoleConfirmation(arguments.Answer));
if (arguments.Trust is { } file)
{
    options.Tls = TlsPolicy.Modern with { TrustMode = TlsTrustMode.OwnRoots, TrustedRoots = [X509CertificateLoader.LoadCertificateFromFile(file)] };
}

try
{
    await using RpcClient client = await RpcClient.ConnectAsync(arguments.Server, options, cancellation.Token);

    // How long a call takes depends on the disk, and on how long somebody thinks about a question: a person is there to give it up.
    IRemoteFiles files = client.GetProxy<IRemoteFiles>().With(new RpcCallOptions { Deadline = Timeout.InfiniteTimeSpan });
    IFileTransfers transfers = client.GetProxy<IFileTransfers>().With(new RpcCallOptions { Deadline = Timeout.InfiniteTimeSpan });
    return await Verb.RunAsync(new Session(files, transfers, sink, arguments, cancellation.Token));
}
catch (RpcConnectException error)
{
    Console.Error.WriteLine($"not connected, {error.Reason}: {error.Message}");
    return ExitCode.NotConnected;
}
catch (RpcException error)
{
    Failure.Print(error);
    return ExitCode.CallFailed;
}
catch (Exception error) when (error is LocalFileException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(error.Message);
    return ExitCode.FileFailed;
}
catch (OperationCanceledException)
{
    Console.Error.WriteLine("cancelled");
    return ExitCode.Cancelled;
}

// Not the end of the process at once: the server is told, so that it stops as well.
void GiveUp(PosixSignalContext signal)
{
    signal.Cancel = true;
    cancellation.Cancel();
}
