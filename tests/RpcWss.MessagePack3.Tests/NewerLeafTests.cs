using System.Text;
using RpcWss.Contracts.Tests.Data;
using RpcWss.Contracts.Tests.Loopback;

namespace RpcWss.MessagePack3.Tests;

/// <summary>Types that MessagePack learned to write with version 3, after these bytes of ours were chosen.</summary>
public sealed class NewerLeafTests
{
    private readonly Echo<IRareLeaves> _echo = new(new RareLeaves());

    [Fact]
    public Task A_rune_has_the_same_bytes() => _echo.SameAsMessagePack<Rune>(_echo.Proxy.Rune, new Rune('a'), new Rune(0x1F600));

    [Fact]
    public async Task Numbers_of_128_bits_have_the_same_bytes()
    {
        await _echo.SameAsMessagePack<Int128>(_echo.Proxy.Int128, 0, -1, Int128.MaxValue, Int128.MinValue);
        await _echo.SameAsMessagePack<UInt128>(_echo.Proxy.UInt128, 0, 1, UInt128.MaxValue);
    }
}
