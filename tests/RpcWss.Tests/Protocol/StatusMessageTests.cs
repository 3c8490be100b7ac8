using System.Text;
using RpcWss.Protocol;

namespace RpcWss.Tests.Protocol;

/// <summary>A message of any length crosses the wire in 4,096 bytes, cut where a reader can still read it.</summary>
public sealed class StatusMessageTests
{
    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("tab\t, newline\n, é, 漢, 🙂")]
    public void A_short_message_is_sent_whole(string message) => Assert.Equal(message, Encode(message));

    [Fact]
    public void A_message_of_4096_bytes_is_sent_whole()
    {
        string message = new('m', 4096);

        Assert.Equal(message, Encode(message));
    }

    [Theory]
    [InlineData("m", 4097, 4093)]
    [InlineData("m", 65_536, 4093)]
    [InlineData("é", 2049, 2046)]
    [InlineData("漢", 1366, 1364)]
    [InlineData("🙂", 1025, 1023)]
    public void A_longer_message_is_cut_between_characters_and_ends_in_an_ellipsis(string character, int count, int kept)
    {
        string message = string.Concat(Enumerable.Repeat(character, count));

        string received = Encode(message);

        Assert.Equal(string.Concat(Enumerable.Repeat(character, kept)) + "…", received);
        Assert.InRange(Encoding.UTF8.GetByteCount(received), 1, 4096);
    }

    [Fact]
    public void An_unpaired_surrogate_becomes_the_replacement_character()
    {
        Assert.Equal("a\ufffdb", Encode("a\ud800b"));
    }

    private static string Encode(string message)
    {
        byte[] buffer = new byte[StatusMessage.MaxLength(message.Length)];
        return Encoding.UTF8.GetString(buffer, 0, StatusMessage.Encode(message, buffer));
    }
}
