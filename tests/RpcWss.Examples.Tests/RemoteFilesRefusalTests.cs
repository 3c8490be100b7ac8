namespace RpcWss.Examples.Tests;

/// <summary>Nothing outside of the served directory can be seen, and who is not trusted is not talked to.</summary>
public sealed class RemoteFilesRefusalTests(RemoteFilesServer server)
{
    [Theory]
    [InlineData("../secret.txt")]
    [InlineData("below/../../secret.txt")]
    [InlineData("..")]
    [InlineData("/etc/passwd")]
    public async Task A_path_that_leads_out_is_refused(string path)
    {
        await using RunningProgram client = await server.RunClientAsync("hash", path);

        Assert.Equal(1, client.ExitCode);
        Assert.StartsWith($"PermissionDenied (Executed): \"{path}\" leads out of the directory that is served.", client.Error);
        Assert.Equal("", client.Output);
    }

    [Theory]
    [InlineData("download")]
    [InlineData("upload")]
    [InlineData("follow")]
    public async Task A_stream_to_or_from_a_path_that_leads_out_is_refused(string verb)
    {
        string[] arguments = verb == "upload" ? [verb, server.Files.Certificate, "below/../../new.txt"] : [verb, "below/../../secret.txt"];

        await using RunningProgram client = await server.RunClientAsync(arguments);

        Assert.Equal(1, client.ExitCode);
        Assert.StartsWith("PermissionDenied (Executed): \"below/../../", client.Error);
        Assert.Contains("leads out of the directory that is served.", client.Error);
        Assert.Equal("", client.Output);
        Assert.False(File.Exists(Path.Join(Path.GetDirectoryName(server.Files.Secret), "new.txt")));
        Assert.False(File.Exists(Path.Join(Path.GetDirectoryName(server.Files.Secret), "new.txt.part")));
    }

    [Theory]
    [InlineData("details", "secret-link")]
    [InlineData("list", "way-out")]
    [InlineData("hash", "way-out/secret.txt")]
    [InlineData("search", "Rare", "way-out")]
    [InlineData("delete", "secret-link", "--yes")]
    [InlineData("download", "secret-link")]
    [InlineData("download", "way-out/secret.txt")]
    [InlineData("upload", "SECRET", "secret-link", "--replace")]
    [InlineData("upload", "SECRET", "way-out/new.txt")]
    [InlineData("follow", "secret-link")]
    public async Task A_link_is_not_followed(params string[] arguments)
    {
        await using RunningProgram client = await server.RunClientAsync([.. arguments.Select(argument => argument == "SECRET" ? server.Files.Secret : argument)]);

        Assert.Equal(1, client.ExitCode);
        Assert.StartsWith("PermissionDenied (Executed): \"", client.Error);
        Assert.Contains("leads through a symbolic link", client.Error);
        Assert.True(File.Exists(server.Files.Secret));
    }

    [Fact]
    public async Task What_is_not_there_is_NotFound()
    {
        await using RunningProgram client = await server.RunClientAsync("details", "nothing.txt");

        Assert.Equal(1, client.ExitCode);
        Assert.Equal("NotFound (Executed): There is no \"nothing.txt\".\n", client.Error);
    }

    [Fact]
    public async Task A_server_whose_certificate_is_not_given_is_not_trusted()
    {
        using var other = new Testing.TestCertificates();
        string file = Path.Join(Path.GetDirectoryName(server.Files.Certificate), "other.pem");
        await File.WriteAllTextAsync(file, other.Root.Certificate.ExportCertificatePem(), TestContext.Current.CancellationToken);

        await using RunningProgram client = await server.RunClientTrustingAsync(file, "list");

        Assert.Equal(3, client.ExitCode);
        Assert.StartsWith("not connected, UntrustedRoot: ", client.Error);
        Assert.Equal("", client.Output);
    }
}
