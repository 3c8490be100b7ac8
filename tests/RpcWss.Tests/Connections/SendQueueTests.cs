using RpcWss.Connections;
using RpcWss.Protocol;

namespace RpcWss.Tests.Connections;

/// <summary>The order in which frames leave. <c>docs/protocol.md#scheduling</c>.</summary>
public sealed class SendQueueTests
{
    private readonly SendQueue _queue;
    private bool _nobodyCalls;

    public SendQueueTests() => _queue = new SendQueue(() => _nobodyCalls);

    [Fact]
    public void Control_frames_go_first_and_bulk_takes_turns_with_small_frames()
    {
        AddBulk(1, 100_000);
        AddSmall("a");
        AddControl("c");

        Assert.Equal(["c", "a", "bulk 1: 16384", "bulk 1: 16384", "bulk 1: 16384", "bulk 1: 16384 + bulk 1: 16384 + bulk 1: 16384 + bulk 1: 1696"], TakeAll());
    }

    [Fact]
    public void A_small_frame_never_waits_for_more_than_one_piece_of_bulk()
    {
        AddBulk(1, 1_000_000);
        Take();
        AddSmall("a");

        string[] next = [Take(), Take()];

        Assert.Contains("a", next);
        AddSmall("b");
        Assert.Contains("bulk 1: 16384", new[] { Take(), Take() });
    }

    [Fact]
    public void Bulk_payloads_share_by_turns()
    {
        AddBulk(1, 32_768);
        AddBulk(3, 32_768);

        Assert.Equal(["bulk 1: 16384", "bulk 3: 16384", "bulk 1: 16384", "bulk 3: 16384"], TakeAll());
    }

    [Fact]
    public void Bulk_waits_for_the_frame_that_announces_it()
    {
        SendBlock block = AddSmall("announcement");
        AddBulk(1, 100, after: block.Sequence);

        Assert.Equal(["announcement + bulk 1: 100"], TakeAll());
    }

    [Fact]
    public void Bulk_does_not_join_an_announcement_beside_which_others_stand()
    {
        AddSmall("other");
        SendBlock block = AddSmall("announcement");
        AddBulk(1, 100, after: block.Sequence);

        Assert.Equal(["otherannouncement", "bulk 1: 100"], TakeAll());
    }

    [Fact]
    public void Frames_that_wait_when_bulk_leaves_go_with_it()
    {
        AddBulk(1, 100);
        AddBulk(3, 100);
        Take();
        AddBulk(5, 100_000);
        AddSmall("a");

        Assert.Equal(["a", "bulk 5: 16384"], new[] { Take(), Take() });
        AddSmall("b");
        Assert.Equal("b", Take());
        AddSmall("c");
        Assert.Equal("bulk 5: 16384 + c", Take());
        Assert.Equal(0, _queue.UnsentBytes);
    }

    [Fact]
    public void The_end_of_a_payload_leaves_in_pieces_while_others_wait()
    {
        AddBulk(1, 40_000);
        AddBulk(3, 40_000);

        Assert.Equal(["bulk 1: 16384", "bulk 3: 16384", "bulk 1: 16384", "bulk 3: 16384", "bulk 1: 7232 + bulk 3: 7232"], TakeAll());
    }

    [Fact]
    public void A_frame_that_has_not_left_can_be_taken_back_and_its_neighbours_stay()
    {
        AddSmall("a");
        SendBlock block = AddSmall("bb");
        AddSmall("ccc");

        Assert.True(_queue.TryRemove(block, block.Sequence, 1, 2));

        Assert.Equal(4, _queue.UnsentBytes);
        Assert.Equal("accc", Take());
        Assert.Equal(0, _queue.UnsentBytes);
    }

    [Fact]
    public void A_payload_by_itself_takes_longer_turns_while_nobody_calls()
    {
        AddBulk(1, 100_000);
        _nobodyCalls = true;

        Assert.Equal("bulk 1: 16384 + bulk 1: 16320", Take());
        AddBulk(3, 100_000);
        Assert.Equal("bulk 1: 16384", Take());
        Assert.Equal("bulk 3: 16384", Take());
    }

    [Fact]
    public void A_frame_that_has_left_cannot_be_taken_back()
    {
        SendBlock block = AddSmall("a");
        long sequence = block.Sequence;
        Take();

        Assert.False(_queue.TryRemove(block, sequence, 0, 1));
        AddSmall("b");
        Assert.False(_queue.TryRemove(block, sequence, 0, 1));
        Assert.Equal("b", Take());
    }

    [Fact]
    public void Abandoned_bulk_leaves_the_queue_and_the_count()
    {
        BulkSend first = AddBulk(1, 100_000);
        AddBulk(3, 100);
        Take();

        first.Abandon();

        Assert.Equal(["bulk 3: 100"], TakeAll());
        Assert.Equal(0, _queue.UnsentBulk);
    }

    [Fact]
    public void Frames_that_do_not_fit_one_block_go_to_the_next_whole()
    {
        string large = new('x', SendBlock.Capacity - 10);
        AddSmall(large);
        AddSmall("does not fit");

        Assert.Equal([large, "does not fit"], TakeAll());
    }

    private SendBlock AddSmall(string text) => Write(_queue.OpenSmall(text.Length), text);

    private void AddControl(string text) => Write(_queue.OpenControl(text.Length), text);

    private SendBlock Write(SendBlock block, string text)
    {
        System.Text.Encoding.ASCII.GetBytes(text, block.GetSpan());
        _queue.Wrote(block, text.Length);
        return block;
    }

    private BulkSend AddBulk(ulong call, int length, long after = 0)
    {
        var payload = new PayloadBuffer();
        payload.Write(new byte[length]);
        var bulk = new BulkSend(_queue, static _ => { }, call, payload) { AfterBlock = after };
        bulk.GrantAll();
        return bulk;
    }

    private string[] TakeAll()
    {
        var taken = new List<string>();
        while (!_queue.IsEmpty && Take() is { Length: > 0 } next)
        {
            taken.Add(next);
        }

        return [.. taken];
    }

    private string Take()
    {
        if (!_queue.TryTake(out SendTurn turn))
        {
            return "";
        }

        if (turn.Block is not { } block)
        {
            _queue.Sent(turn, turn.Bulk.Length);
            return Describe(turn.Bulk.Span);
        }

        string text = System.Text.Encoding.ASCII.GetString(block.Seal().Span);
        _queue.Sent(turn, text.Length);
        return text;
    }

    // Small frames are letters here, which no frame begins or ends with.
    private static string Describe(ReadOnlySpan<byte> message)
    {
        int first = message.IndexOfAnyExceptInRange((byte)'a', (byte)'z');
        int last = message.LastIndexOfAnyExceptInRange((byte)'a', (byte)'z') + 1;
        var pieces = new List<string> { System.Text.Encoding.ASCII.GetString(message[..first]) };
        var reader = new FrameReader(message[first..last], ProtocolLimits.Default.MaxFrame);
        while (reader.TryRead(out _, out ReadOnlySpan<byte> body))
        {
            ChunkFrame chunk = ChunkFrame.Read(body, reader.ElementCount);
            pieces.Add($"bulk {chunk.Id}: {chunk.Bytes.Length}");
        }

        pieces.Add(System.Text.Encoding.ASCII.GetString(message[last..]));
        return string.Join(" + ", pieces.Where(piece => piece.Length > 0));
    }
}
