namespace RpcWss.Examples.Tests;

/// <summary>Deletions: the server calls its caller back before it does anything.</summary>
public sealed class RemoteFilesDeletingTests(RemoteFilesServer server)
{
    [Fact]
    public async Task A_deletion_that_is_refused_leaves_the_file()
    {
        string path = Create("delete-refused.txt");

        await using RunningProgram client = await server.RunClientAsync("delete", "delete-refused.txt", "--no");

        Assert.Equal(1, client.ExitCode);
        Assert.Matches(@"^the server asks: delete delete-refused\.txt, 7 bytes, written .*\? \(y/N\) n$", client.Lines[0]);
        Assert.Equal("kept delete-refused.txt, as you said", client.Lines[1]);
        Assert.True(File.Exists(path));
    }

    [Fact]
    public async Task A_deletion_that_is_confirmed_deletes_the_file()
    {
        string path = Create("delete-confirmed.txt");

        await using RunningProgram client = await server.RunClientAsync("delete", "delete-confirmed.txt", "--yes");

        Assert.Equal(0, client.ExitCode);
        Assert.Equal("deleted delete-confirmed.txt", client.Lines[1]);
        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task Nobody_at_the_keyboard_means_no()
    {
        string path = Create("delete-unanswered.txt");

        await using RunningProgram client = await server.RunClientAsync("delete", "delete-unanswered.txt");

        Assert.Equal(1, client.ExitCode);
        Assert.True(File.Exists(path));
    }

    [Fact]
    public async Task A_client_that_is_ended_at_the_question_gives_the_call_up()
    {
        string path = Create("delete-given-up.txt");

        await using RunningProgram client = server.StartClient("delete", "delete-given-up.txt");
        await client.PrintedAsync("the server asks: delete delete-given-up.txt");
        await client.TerminateAsync();
        await client.EndAsync();

        Assert.Equal("cancelled\n", client.Error);
        Assert.Equal(130, client.ExitCode);
        Assert.True(File.Exists(path));
    }

    [Fact]
    public async Task A_directory_that_is_not_empty_is_not_deleted()
    {
        await using RunningProgram client = await server.RunClientAsync("delete", "below", "--yes");

        Assert.Equal(1, client.ExitCode);
        Assert.StartsWith("FailedPrecondition (Executed): The directory \"below\" is not empty.", client.Error);
    }

    [Fact]
    public async Task The_demonstration_shows_everything_and_deletes_what_its_user_agrees_to()
    {
        string first = Create("0-delete-demo.txt");

        await using RunningProgram client = server.StartClient("demo");
        await client.TypeAsync("Rare");
        await client.TypeAsync("y");
        await client.EndAsync();

        Assert.Equal(0, client.ExitCode);
        Assert.Contains("the only Rare word", client.Output);
        Assert.Contains("PermissionDenied (Executed): \"../outside\" leads out of the directory that is served.", client.Error);
        Assert.Contains("NotFound (Executed): There is no \"no such file\".", client.Error);
        Assert.EndsWith("deleted 0-delete-demo.txt\n", client.Output);
        Assert.False(File.Exists(first));
    }

    private string Create(string name)
    {
        string path = server.Files.PathOf(name);
        File.WriteAllText(path, "content");
        return path;
    }
}
