using RemoteFiles.Contracts;

namespace RemoteFiles.Client.Verbs;

/// <summary>Runs what the command line asks for.</summary>
internal static class Verb
{
    public static async Task<int> RunAsync(Session session)
    {
        List<string> values = session.Arguments.Values;
        switch (session.Arguments.Verb)
        {
            case "list":
                await ListVerb.RunAsync(session, values is [string directory] ? directory : "");
                return ExitCode.Success;
            case "details":
                await DetailsVerb.RunAsync(session, values[0]);
                return ExitCode.Success;
            case "hash":
                await HashVerb.RunAsync(session, values[0]);
                return ExitCode.Success;
            case "search":
                await SearchVerb.RunAsync(session, values[0], values is [_, string within] ? within : "");
                return ExitCode.Success;
            case "download":
                await DownloadVerb.RunAsync(session, values[0], values is [_, string here] ? here : "");
                return ExitCode.Success;
            case "upload":
                await UploadVerb.RunAsync(session, values[0], values is [_, string there] ? there : "");
                return ExitCode.Success;
            case "follow":
                await FollowVerb.RunAsync(session, values[0]);
                return ExitCode.Success;
            case "delete":
                return await DeleteVerb.RunAsync(session, values[0]) == DeleteOutcome.Deleted ? ExitCode.Success : ExitCode.CallFailed;
            default:
                return await DemoVerb.RunAsync(session);
        }
    }
}
